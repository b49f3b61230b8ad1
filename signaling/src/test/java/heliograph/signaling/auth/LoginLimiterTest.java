package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.room.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginLimiterTest {
    private final TestClock clock = new TestClock();
    private final LoginLimiter limiter = new LoginLimiter(clock, 200);

    private static Visitor from(String address) {
        return new Visitor(address, address, address, address);
    }

    @Test
    void threeGuessesAreFreeAndEachOneAfterThemWaitsTwiceAsLong() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.begin(from("a"), "anna")).isEmpty();
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertThat(limiter.begin(from("a"), "anna")).hasValue(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(limiter.begin(from("a"), "anna")).hasValue(Duration.ofMillis(1));
            clock.advance(Duration.ofMillis(1));
            assertThat(limiter.begin(from("a"), "anna")).isEmpty();
        }
    }

    @Test
    void theRightPasswordForgetsTheGuesses() {
        for (int round = 0; round < 100; round++) {
            assertThat(limiter.begin(from("a"), "anna")).isEmpty();
            assertThat(limiter.begin(from("a"), "anna")).isEmpty();
            limiter.succeeded(from("a"), "anna");
            clock.advance(Duration.ofSeconds(20));
        }
    }

    @Test
    void signingInAsOftenAsOneLikesIsNoGuessing() {
        for (int i = 0; i < 1000; i++) {
            assertThat(limiter.begin(from("a"), "anna")).isEmpty();
            limiter.succeeded(from("a"), "anna");
            clock.advance(Duration.ofMillis(250));
        }
    }

    @Test
    void aStormOfRightPasswordsIsHeldOffToo() {
        for (int i = 0; i < 60 + 2 * 200; i++) {
            assertThat(limiter.begin(from("a"), "anna")).isEmpty();
            limiter.succeeded(from("a"), "anna");
        }
        assertThat(limiter.begin(from("a"), "anna")).isPresent();
        assertThat(limiter.begin(from("b"), "anna")).as("from elsewhere").isEmpty();
        clock.advance(Duration.ofSeconds(1));
        for (int i = 0; i < 4; i++) {
            assertThat(limiter.begin(from("a"), "anna")).isEmpty();
            limiter.succeeded(from("a"), "anna");
        }
        assertThat(limiter.begin(from("a"), "anna")).isPresent();
    }

    @Test
    void anAttemptThatWasNotLookedAtTakesBackOneGuessAndNoMore() {
        limiter.begin(from("a"), "anna");
        limiter.begin(from("a"), "anna");
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.begin(from("a"), "anna")).isEmpty();
            limiter.notTried(from("a"), "anna");
        }
        assertThat(limiter.begin(from("a"), "anna")).isEmpty();
        assertThat(limiter.begin(from("a"), "anna")).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void wrongOnesAreForgottenAfterAnHourWithoutAnyAndNotWhenTheyWereNotLookedAt() {
        for (int i = 0; i < 10; i++) {
            limiter.begin(from("a"), "anna");
            clock.advance(Duration.ofMinutes(6));
        }
        limiter.begin(from("a"), "anna");
        limiter.notTried(from("a"), "anna");
        assertThat(limiter.begin(from("a"), "anna")).isEmpty();
        assertThat(limiter.begin(from("a"), "anna").orElseThrow()).isGreaterThan(Duration.ofSeconds(60));
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.begin(from("a"), "anna")).isEmpty();
        }
        assertThat(limiter.begin(from("a"), "anna")).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void nobodyLocksOutSomebodyElse() {
        for (int i = 0; i < 50; i++) {
            limiter.begin(from("attacker"), "anna");
        }
        assertThat(limiter.begin(from("attacker"), "anna")).isPresent();
        assertThat(limiter.begin(from("home"), "anna")).isEmpty();
    }

    @Test
    void anAddressHasThirtyGuessesForAllAccountsTogetherAndThenOneInTwentySeconds() {
        for (int i = 0; i < 30; i++) {
            assertThat(limiter.begin(from("a"), "account" + i)).isEmpty();
        }
        Optional<Duration> wait = limiter.begin(from("a"), "another");
        assertThat(wait).hasValue(Duration.ofSeconds(20));
        clock.advance(Duration.ofSeconds(20));
        assertThat(limiter.begin(from("a"), "another")).isEmpty();
        assertThat(limiter.begin(from("a"), "yet another")).isPresent();
        assertThat(limiter.begin(from("b"), "another")).isEmpty();
    }

    @Test
    void manyAtTheSameTimeAreNoWayRound() {
        long allowed = 0;
        for (int i = 0; i < 100; i++) {
            // None of them has ended when the next begins.
            allowed += limiter.begin(from("a"), "anna").isEmpty() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(3);
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int i = 0; i < 30_000; i++) {
            limiter.begin(from("address" + i), "account");
        }
        assertThat(limiter.remembered()).isLessThanOrEqualTo(40_000);
    }

    @Test
    void aHomeOfManyNetworksHasAsManyGuessesAsFourOfThem() {
        for (int i = 0; i < 120; i++) {
            assertThat(limiter.begin(new Visitor("v6", "network" + i, "home", "site"), "anna"))
                    .isEmpty();
        }
        Visitor another = new Visitor("v6", "one more", "home", "site");
        assertThat(limiter.begin(another, "anna")).hasValue(Duration.ofSeconds(5));
        assertThat(limiter.begin(new Visitor("v6", "network", "next door", "site"), "anna"))
                .isEmpty();
        clock.advance(Duration.ofSeconds(5));
        assertThat(limiter.begin(another, "anna")).isEmpty();
    }

    @Test
    void aSiteOfManyHomesHasAsManyGuessesAsEightOfThem() {
        for (int i = 0; i < 960; i++) {
            assertThat(limiter.begin(new Visitor("v6", "network" + i, "home" + i, "site"), "account" + i))
                    .isEmpty();
        }
        assertThat(limiter.begin(new Visitor("v6", "one more", "another", "site"), "anna"))
                .isPresent();
        assertThat(limiter.begin(new Visitor("v6", "network", "home", "another site"), "anna"))
                .isEmpty();
    }
}
