package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.room.TestClock;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class LoginLimiterTest {
    private final TestClock clock = new TestClock();
    private final LoginLimiter limiter = new LoginLimiter(clock);

    @Test
    void threeGuessesAreFreeAndEachOneAfterThemWaitsTwiceAsLong() {
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.begin("a", "anna")).isEmpty();
        }
        for (int seconds : new int[] {1, 2, 4, 8, 16, 32, 64, 128, 256, 300, 300}) {
            assertThat(limiter.begin("a", "anna")).hasValue(Duration.ofSeconds(seconds));
            clock.advance(Duration.ofSeconds(seconds).minusMillis(1));
            assertThat(limiter.begin("a", "anna")).hasValue(Duration.ofMillis(1));
            clock.advance(Duration.ofMillis(1));
            assertThat(limiter.begin("a", "anna")).isEmpty();
        }
    }

    @Test
    void theRightPasswordForgetsTheGuesses() {
        for (int round = 0; round < 100; round++) {
            assertThat(limiter.begin("a", "anna")).isEmpty();
            assertThat(limiter.begin("a", "anna")).isEmpty();
            limiter.succeeded("a", "anna");
            clock.advance(Duration.ofSeconds(20));
        }
    }

    @Test
    void signingInAsOftenAsOneLikesIsNoGuessing() {
        for (int i = 0; i < 1000; i++) {
            assertThat(limiter.begin("a", "anna")).isEmpty();
            limiter.succeeded("a", "anna");
        }
    }

    @Test
    void anAttemptThatWasNotLookedAtTakesBackOneGuessAndNoMore() {
        limiter.begin("a", "anna");
        limiter.begin("a", "anna");
        for (int i = 0; i < 100; i++) {
            assertThat(limiter.begin("a", "anna")).isEmpty();
            limiter.notTried("a", "anna");
        }
        assertThat(limiter.begin("a", "anna")).isEmpty();
        assertThat(limiter.begin("a", "anna")).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void wrongOnesAreForgottenAfterAnHourWithoutAnyAndNotWhenTheyWereNotLookedAt() {
        for (int i = 0; i < 10; i++) {
            limiter.begin("a", "anna");
            clock.advance(Duration.ofMinutes(6));
        }
        limiter.begin("a", "anna");
        limiter.notTried("a", "anna");
        assertThat(limiter.begin("a", "anna")).isEmpty();
        assertThat(limiter.begin("a", "anna").orElseThrow()).isGreaterThan(Duration.ofSeconds(60));
        clock.advance(Duration.ofHours(1).plusSeconds(1));
        for (int i = 0; i < 3; i++) {
            assertThat(limiter.begin("a", "anna")).isEmpty();
        }
        assertThat(limiter.begin("a", "anna")).hasValue(Duration.ofSeconds(1));
    }

    @Test
    void nobodyLocksOutSomebodyElse() {
        for (int i = 0; i < 50; i++) {
            limiter.begin("attacker", "anna");
        }
        assertThat(limiter.begin("attacker", "anna")).isPresent();
        assertThat(limiter.begin("home", "anna")).isEmpty();
    }

    @Test
    void anAddressHasThirtyGuessesForAllAccountsTogetherAndThenOneInTwentySeconds() {
        for (int i = 0; i < 30; i++) {
            assertThat(limiter.begin("a", "account" + i)).isEmpty();
        }
        Optional<Duration> wait = limiter.begin("a", "another");
        assertThat(wait).hasValue(Duration.ofSeconds(20));
        clock.advance(Duration.ofSeconds(20));
        assertThat(limiter.begin("a", "another")).isEmpty();
        assertThat(limiter.begin("a", "yet another")).isPresent();
        assertThat(limiter.begin("b", "another")).isEmpty();
    }

    @Test
    void manyAtTheSameTimeAreNoWayRound() {
        long allowed = 0;
        for (int i = 0; i < 100; i++) {
            // None of them has ended when the next begins.
            allowed += limiter.begin("a", "anna").isEmpty() ? 1 : 0;
        }
        assertThat(allowed).isEqualTo(3);
    }

    @Test
    void whatIsRememberedIsBounded() {
        for (int i = 0; i < 30_000; i++) {
            limiter.begin("address" + i, "account");
        }
        assertThat(limiter.remembered()).isLessThanOrEqualTo(20_000);
    }
}
