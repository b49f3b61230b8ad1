package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.Role;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A full room: nobody keeps the others out by taking every seat, and a class is left alone. */
class FairShareTest {
    private static final int SEATS = 200;
    /** A sixth. */
    private static final int ASSURED = 33;

    private final RoomFixture f = new RoomFixture(RoomLimits.forViewers(SEATS));

    /** So many by one account from one site; slowly, as the rate of coming in is another matter. */
    private List<FakeMember> crowd(int count, String account, String site) {
        List<FakeMember> crowd = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            f.clock.advance(Duration.ofSeconds(1));
            crowd.add(f.come(account, site));
        }
        return crowd;
    }

    private static long here(List<FakeMember> members) {
        return members.stream().filter(member -> !member.ended).count();
    }

    @Test
    void whileNobodyElseComesOneMayHaveEverySeat() {
        List<FakeMember> crowd = crowd(SEATS, "greedy", "here");
        assertThat(here(crowd)).isEqualTo(SEATS);
        assertThat(f.come("greedy", "here").endedWith).isEqualTo(ErrorCode.FULL);
        assertThat(here(crowd)).isEqualTo(SEATS);
    }

    @Test
    void whoHasEverySeatMakesRoomWithTheNewest() {
        List<FakeMember> crowd = crowd(SEATS, "greedy", "here");
        FakeMember anna = f.come("anna", "elsewhere");
        assertThat(anna.ended).isFalse();
        assertThat(crowd.get(SEATS - 1).endedWith).isEqualTo(ErrorCode.FULL);
        assertThat(here(crowd)).isEqualTo(SEATS - 1);
        // It asks again, as a page does, and waits like everybody else.
        assertThat(f.come("greedy", "here").endedWith).isEqualTo(ErrorCode.FULL);
        assertThat(anna.ended).isFalse();
    }

    @Test
    void aSiteWithManyAccountsMakesRoomToo() {
        List<FakeMember> crowd = new ArrayList<>();
        for (int i = 0; i < SEATS; i++) {
            crowd.addAll(crowd(1, "greedy" + i, "here"));
        }
        assertThat(f.come("greedy", "here").endedWith).isEqualTo(ErrorCode.FULL);
        assertThat(f.come("anna", "elsewhere").ended).isFalse();
        assertThat(here(crowd)).isEqualTo(SEATS - 1);
    }

    @Test
    void aSiteThatTakesEverySeatByTheAccountOfAllMakesRoomForOtherSites() {
        List<FakeMember> crowd = crowd(SEATS, "viewer", "here");
        for (int i = 0; i < 100; i++) {
            assertThat(f.come("viewer", "home " + i).ended).as("home %d", i).isFalse();
        }
        assertThat(here(crowd)).isEqualTo(SEATS - 100);
    }

    @Test
    void aClassWithOneAccountBehindOneAddressComesInThoughAnotherHadEverySeatAndIsLeftAlone() {
        List<FakeMember> greedy = crowd(SEATS, "greedy", "there");
        List<FakeMember> pupils = crowd(30, "class", "school");
        assertThat(here(pupils)).isEqualTo(30);
        assertThat(here(greedy)).isEqualTo(SEATS - 30);
        // Everybody else who comes takes a seat of the greedy one's as well, down to its own.
        for (int i = 0; i < SEATS; i++) {
            f.come("account " + i, "home " + i);
        }
        assertThat(here(pupils)).isEqualTo(30);
        assertThat(here(greedy)).isEqualTo(ASSURED);
        assertThat(f.come("late", "later").endedWith).isEqualTo(ErrorCode.FULL);
    }

    @Test
    void aClassIsLeftAloneByAGuestThoughItsAccountIsTheWholeRooms() {
        List<FakeMember> pupils = crowd(30, "viewer", "school");
        List<FakeMember> homes = new ArrayList<>();
        for (int i = 30; i < SEATS; i++) {
            homes.addAll(crowd(1, "viewer", "home " + i));
        }
        assertThat(f.come("guest", "elsewhere").ended).isFalse();
        assertThat(here(pupils)).isEqualTo(30);
        assertThat(here(homes)).isEqualTo(SEATS - 30 - 1);
    }

    @Test
    void twoWhoWantEverySeatEndUpWithTheSame() {
        List<FakeMember> first = crowd(SEATS, "one", "here");
        List<FakeMember> second = crowd(SEATS, "two", "there");
        assertThat(here(first)).isEqualTo(SEATS / 2);
        assertThat(here(second)).isEqualTo(SEATS / 2);
    }

    @Test
    void whoComesTooOftenTakesNobodysSeat() {
        List<FakeMember> greedy = crowd(SEATS, "greedy", "here");
        RoomLimits.Rate rate = RoomLimits.forViewers(SEATS).comingRate();
        for (int i = 0; i < rate.burst(); i++) {
            f.say(f.come("nervous", "there"), new Message.Leave(null, null));
        }
        f.come("greedy", "here");
        assertThat(f.come("anna", "elsewhere").ended).isFalse();
        long before = here(greedy);
        assertThat(f.come("nervous", "there").endedWith).isEqualTo(ErrorCode.TOO_FAST);
        assertThat(here(greedy)).isEqualTo(before);
    }

    @Test
    void inASmallRoomHalfTheSeatsAreAssured() {
        RoomFixture small = new RoomFixture(RoomLimits.forViewers(4));
        List<FakeMember> first = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            first.add(small.come("one", "here"));
        }
        List<FakeMember> second = new ArrayList<>();
        for (int i = 0; i < 4; i++) {
            second.add(small.come("two", "there"));
        }
        assertThat(here(first)).isEqualTo(2);
        assertThat(here(second)).isEqualTo(2);
        RoomFixture one = new RoomFixture(RoomLimits.forViewers(1));
        FakeMember only = one.come("one", "here");
        assertThat(one.come("two", "there").endedWith).isEqualTo(ErrorCode.FULL);
        assertThat(only.ended).isFalse();
    }

    /** Whatever the accounts and sites: those who gave up their seats and ask for one again and again come to rest. */
    @Test
    void nobodyIsPutOutAndLetInForEver() {
        for (int seed = 0; seed < 40; seed++) {
            Random random = new Random(seed);
            RoomLimits limits = RoomLimits.forViewers(10 + random.nextInt(60));
            FairShare share = FairShare.of(limits.maxViewers());
            int accounts = 1 + random.nextInt(4);
            int sites = 1 + random.nextInt(4);
            List<Seat> here = new ArrayList<>();
            List<Seat> waiting = new ArrayList<>();
            for (int i = 0; i < 4 * limits.maxViewers(); i++) {
                waiting.add(seat("account " + random.nextInt(accounts), "site " + random.nextInt(sites)));
            }
            int quiet = 0;
            for (int round = 0; quiet < waiting.size(); round++) {
                assertThat(round).as("rounds of seed %d", seed).isLessThan(1_000_000);
                Seat next = waiting.remove(0);
                Seat gone = here.size() < limits.maxViewers() ? null : leaving(share, next, here);
                if (here.size() == limits.maxViewers() && gone == null) {
                    waiting.add(next);
                    quiet++;
                } else {
                    here.add(next);
                    quiet = 0;
                    if (gone != null) {
                        here.remove(gone);
                        waiting.add(gone);
                    }
                }
            }
            assertThat(here).hasSize(limits.maxViewers());
        }
    }

    private @Nullable Seat leaving(FairShare share, Seat next, List<Seat> here) {
        return share.seatFor(grant(next), next.member.site(), here).orElse(null);
    }

    private static Grant grant(Seat seat) {
        if (seat.pass == null) {
            throw new AssertionError("no pass");
        }
        return seat.pass.grant();
    }

    private Seat seat(String account, String site) {
        FakeMember member = new FakeMember();
        member.site = site;
        Seat seat = new Seat(
                member, account, new TokenBucket(RoomLimits.forViewers(1).viewerRate(), f.clock), f.clock.instant());
        seat.pass = new Pass(Role.VIEWER, account, f.expiresAt, account, new Grant.Account(account, "1"));
        return seat;
    }
}
