package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import heliograph.signaling.protocol.Role;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class NegotiationTest {
    private final RoomFixture f = new RoomFixture();
    private final FakeMember broadcaster = f.onAir();
    private final FakeMember viewer = f.viewer();
    private final String session = RoomFixture.session(viewer);

    private static Message.Candidate candidate(String session) {
        return new Message.Candidate(session, "candidate:1 1 udp 1 192.0.2.1 9 typ host", "0", 0);
    }

    @Test
    void anOfferReachesTheBroadcasterAndItsAnswerTheViewer() {
        Message.Offer offer = new Message.Offer(session, "v=0 offer");
        Message.Answer answer = new Message.Answer(session, "v=0 answer");
        f.say(viewer, offer);
        assertThat(broadcaster.told()).containsExactly(offer);
        f.say(broadcaster, answer);
        assertThat(viewer.told()).containsExactly(answer);
    }

    @Test
    void anotherOfferAfterTheAnswerIsAnIceRestart() {
        f.negotiate(viewer, broadcaster, session);
        Message.Offer again = new Message.Offer(session, "v=0 again");
        f.say(viewer, again);
        assertThat(broadcaster.told()).containsExactly(again);
        Message.Answer answer = new Message.Answer(session, "v=0 again");
        f.say(broadcaster, answer);
        assertThat(viewer.told()).containsExactly(answer);
    }

    @Test
    void anotherOfferBeforeTheAnswerEndsTheViewer() {
        f.say(viewer, new Message.Offer(session, "v=0"));
        f.say(viewer, new Message.Offer(session, "v=0"));
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void anAnswerThatNobodyWaitsForIsRefusedAndTheBroadcastGoesOn() {
        f.say(broadcaster, new Message.Answer(session, "v=0"));
        assertThat(broadcaster.told(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
        f.negotiate(viewer, broadcaster, session);
        assertThat(viewer.told()).isEmpty();
    }

    @Test
    void anAnswerGivenTwiceIsPassedOnOnce() {
        f.negotiate(viewer, broadcaster, session);
        f.say(broadcaster, new Message.Answer(session, "v=0"));
        assertThat(broadcaster.told(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
        assertThat(viewer.told()).isEmpty();
    }

    @Test
    void candidatesTrickleBothWaysAlsoBeforeTheDescriptions() {
        f.say(viewer, candidate(session));
        f.say(broadcaster, candidate(session));
        assertThat(broadcaster.told()).containsExactly(candidate(session));
        assertThat(viewer.told()).containsExactly(candidate(session));
    }

    @Test
    void anUnknownSessionIsNotFatal() {
        f.say(viewer, new Message.Offer("none", "v=0"));
        assertThat(viewer.told(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
        f.say(viewer, candidate("none"));
        assertThat(viewer.told(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
        f.say(viewer, new Message.Leave("none", null));
        assertThat(viewer.told(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
        f.say(broadcaster, candidate("none"));
        assertThat(broadcaster.told(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
        f.say(broadcaster, new Message.Leave("none", "failed"));
        assertThat(broadcaster.told(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
        assertThat(viewer.ended).isFalse();
        assertThat(broadcaster.ended).isFalse();
    }

    @Test
    void somebodyElsesSessionIsUnknown() {
        FakeMember other = f.viewer();
        other.told();
        f.say(other, new Message.Offer(session, "v=0"));
        f.say(other, candidate(session));
        f.say(other, new Message.Leave(session, null));
        assertThat(other.told())
                .hasSize(3)
                .allSatisfy(told -> assertThat(((Message.Refused) told).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION));
        assertThat(broadcaster.told()).isEmpty();
        f.negotiate(viewer, broadcaster, session);
    }

    static Stream<Message> notForViewers() {
        return Stream.of(
                new Message.Live(null, null),
                new Message.Offline(OfflineReason.ENDED),
                new Message.Answer("s", "v=0"),
                new Message.Refused(ErrorCode.FULL, "no"),
                new Message.Joined("i", Role.BROADCASTER, "n", List.of(), Instant.EPOCH));
    }

    @ParameterizedTest
    @MethodSource("notForViewers")
    void aViewerThatSpeaksLikeAnotherIsEnded(Message message) {
        f.say(viewer, message);
        assertThat(viewer.endedWith).isEqualTo(ErrorCode.NOT_ALLOWED);
        assertThat(broadcaster.told()).isEmpty();
    }

    static Stream<Message> notForBroadcasters() {
        return Stream.of(
                new Message.Offer("s", "v=0"),
                new Message.Refused(ErrorCode.FULL, "no"),
                new Message.Joined("i", Role.VIEWER, "n", List.of(), Instant.EPOCH));
    }

    @ParameterizedTest
    @MethodSource("notForBroadcasters")
    void aBroadcasterThatSpeaksLikeAnotherIsEnded(Message message) {
        f.say(broadcaster, message);
        assertThat(broadcaster.endedWith).isEqualTo(ErrorCode.NOT_ALLOWED);
    }

    @Test
    void oneViewersEndTouchesNoOther() {
        f.negotiate(viewer, broadcaster, session);
        FakeMember other = f.viewer();
        f.watch(other, broadcaster);
        f.room.fault(other, ErrorCode.BAD_MESSAGE, "garbage");
        assertThat(other.endedWith).isEqualTo(ErrorCode.BAD_MESSAGE);
        assertThat(viewer.ended).isFalse();
        assertThat(viewer.told()).isEmpty();
        f.say(viewer, new Message.Offer(session, "v=0"));
        assertThat(broadcaster.told()).contains(new Message.Offer(session, "v=0"));
    }
}
