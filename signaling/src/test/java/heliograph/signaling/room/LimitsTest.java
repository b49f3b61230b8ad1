package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.time.Duration;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LimitsTest {
    private final RoomFixture f = new RoomFixture();

    static Stream<Arguments> largest() {
        return Stream.of(
                Arguments.of(new Message.Offer("none", "v=0"), 64 * 1024),
                Arguments.of(new Message.Candidate("none", "", null, null), 4 * 1024));
    }

    @ParameterizedTest
    @MethodSource("largest")
    void aMessageMayBeAsLargeAsItsKindMayAndNoByteLarger(Message message, int limit) {
        FakeMember viewer = f.viewer();
        f.room.received(viewer, message, limit);
        assertThat(viewer.ended).isFalse();
        f.room.received(viewer, message, limit + 1);
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void anAnswerMayBeAsLargeAsAnOffer() {
        FakeMember broadcaster = f.onAir();
        f.room.received(broadcaster, new Message.Answer("none", "v=0"), 64 * 1024);
        assertThat(broadcaster.ended).isFalse();
        f.room.received(broadcaster, new Message.Answer("none", "v=0"), 64 * 1024 + 1);
        assertThat(broadcaster.endedWith).isEqualTo(ErrorCode.TOO_LARGE);
    }

    @Test
    void aJoinThatIsTooLargeIsRefusedBeforeItsTokenIsLookedAt() {
        FakeMember member = f.connect();
        f.room.received(member, new Message.Join("viewer"), 4 * 1024 + 1);
        assertThat(member.endedWith).isEqualTo(ErrorCode.TOO_LARGE);
        assertThat(f.comings).isEmpty();
    }

    @Test
    void oneSignInHasFourSeatsAndTakesNobodyElses() {
        for (int i = 0; i < 4; i++) {
            FakeMember window = f.connect();
            f.say(window, new Message.Join("shared"));
            assertThat(window.ended).isFalse();
        }
        FakeMember fifth = f.connect();
        f.say(fifth, new Message.Join("shared"));
        assertThat(fifth.endedWith).isEqualTo(ErrorCode.FULL);
        assertThat(f.viewer().ended).isFalse();
    }

    @Test
    void fiftyMessagesAtOnceAreAllowedAndNotOneMore() {
        FakeMember viewer = f.viewer();
        speak(viewer, 49);
        assertThat(viewer.ended).isFalse();
        speak(viewer, 1);
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.TOO_FAST);
    }

    @Test
    void twentyASecondMayGoOnForEver() {
        FakeMember viewer = f.viewer();
        speak(viewer, 49);
        for (int second = 0; second < 60; second++) {
            f.clock.advance(Duration.ofSeconds(1));
            speak(viewer, 20);
        }
        assertThat(viewer.ended).isFalse();
        f.clock.advance(Duration.ofSeconds(1));
        speak(viewer, 21);
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.TOO_FAST);
    }

    @Test
    void aLongSilenceSavesUpNoMoreThanTheBurst() {
        FakeMember viewer = f.viewer();
        f.clock.advance(Duration.ofHours(1));
        speak(viewer, 50);
        assertThat(viewer.ended).isFalse();
        speak(viewer, 1);
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.TOO_FAST);
    }

    @Test
    void theBroadcasterMayAnswerEveryViewerAtOnce() {
        FakeMember broadcaster = f.onAir();
        speak(broadcaster, 200 * 20);
        assertThat(broadcaster.ended).isFalse();
        speak(broadcaster, 2000);
        assertThat(broadcaster.endedWith).isEqualTo(ErrorCode.TOO_FAST);
    }

    private void speak(FakeMember member, int times) {
        for (int i = 0; i < times; i++) {
            f.say(member, new Message.Candidate("none", "", null, null));
        }
    }

    @Test
    void whoComesTooOftenByOneAccountFromOneSiteIsRefusedAndNobodyElseIs() {
        RoomLimits.Rate rate = RoomLimits.forViewers(200).comingRate();
        for (int i = 0; i < rate.burst(); i++) {
            FakeMember viewer = f.viewer();
            assertThat(viewer.ended).as("the viewer %d", i).isFalse();
            f.say(viewer, new Message.Leave(null, null));
        }
        assertThat(f.viewer().endedWith).isEqualTo(ErrorCode.TOO_FAST);
        FakeMember elsewhere = f.connect();
        elsewhere.site = "elsewhere";
        f.say(elsewhere, new Message.Join("viewer"));
        assertThat(elsewhere.ended).isFalse();
        f.clock.advance(Duration.ofSeconds(1));
        assertThat(f.viewer().ended).isFalse();
    }

    @Test
    void aCrowdThatFindsTheRoomFullUsesUpNothingOfWhatLetsTheNextOneIn() {
        RoomLimits limits = RoomLimits.forViewers(200);
        RoomLimits.Rate rate = limits.comingRate();
        FakeMember first = f.viewer();
        for (int i = 1; i < limits.maxViewers(); i++) {
            f.clock.advance(Duration.ofSeconds(1));
            assertThat(f.viewer().ended).as("the viewer %d", i).isFalse();
        }
        for (int i = 0; i < 2 * rate.burst(); i++) {
            assertThat(f.viewer().endedWith).as("the refused %d", i).isEqualTo(ErrorCode.FULL);
        }
        f.say(first, new Message.Leave(null, null));
        assertThat(f.viewer().ended).isFalse();
    }
}
