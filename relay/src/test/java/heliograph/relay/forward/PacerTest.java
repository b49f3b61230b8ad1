package heliograph.relay.forward;

import static heliograph.relay.forward.TestClock.millis;
import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.Relay.Layer;
import heliograph.relay.rtp.Codec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PacerTest {
    private static final long START = millis(1000);

    private final Source source = new Source(1, Layer.FULL, Codec.VP8, false);
    private final List<Long> sent = new ArrayList<>();
    private final List<Long> sentAt = new ArrayList<>();
    private final Pacer pacer = new Pacer((packet, now) -> {
        sent.add(packet.index);
        sentAt.add(now);
    });

    @Test
    void whatIsOfNoKeyFrameGoesAtOnce() {
        send(0, 200, false);
        assertThat(sent).hasSize(200);
        assertThat(pacer.due()).isEqualTo(Pacer.NEVER);
    }

    @Test
    void ofAKeyFrameSixteenGoAtOnceAndOneEachHalfMillisecond() {
        send(0, 40, true);
        assertThat(sent).hasSize(16);
        for (int more = 1; more <= 24; more++) {
            long due = START + millis(0.5 * more);
            assertThat(pacer.due()).isEqualTo(due);
            pacer.run(due - 1);
            assertThat(sent).hasSize(16 + more - 1);
            pacer.run(due);
            assertThat(sent).hasSize(16 + more);
        }
        assertThat(pacer.due()).isEqualTo(Pacer.NEVER);
        assertThat(sent).isEqualTo(numbers(40));
    }

    @Test
    void whoIsLateSendsWhatIsDueAndNeverMoreThanSixteen() {
        send(0, 60, true);
        pacer.run(START + millis(2));
        assertThat(sent).hasSize(16 + 4);
        pacer.run(START + millis(500));
        assertThat(sent).hasSize(16 + 4 + 16);
    }

    @Test
    void whatFollowsAKeyFrameWaitsBehindItAndNoLonger() {
        send(0, 18, true);
        send(18, 10, false);
        assertThat(sent).hasSize(16);
        pacer.run(START + millis(1));
        assertThat(sent).isEqualTo(numbers(28));
    }

    @Test
    void whatGivesPlaceToSomethingElseIsSentAllAtOnceOrNotAtAll() {
        send(0, 40, true);
        pacer.flush(START);
        assertThat(sent).isEqualTo(numbers(40));
        send(40, 40, true);
        pacer.clear();
        assertThat(pacer.due()).isEqualTo(Pacer.NEVER);
        pacer.run(START + millis(100));
        assertThat(sent).isEqualTo(numbers(40));
    }

    @Test
    void whatNoHonestStreamHasIsNotKeptWaiting() {
        send(0, 16 + 257, true);
        assertThat(sent).isEqualTo(numbers(16 + 257));
        assertThat(sentAt).containsOnly(START);
    }

    private void send(int from, int count, boolean ofKeyFrame) {
        for (int i = from; i < from + count; i++) {
            pacer.send(new SourcePacket(source, i, 0, false, false, ofKeyFrame, START, new byte[10], null), START);
        }
    }

    private static List<Long> numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> (long) i).toList();
    }
}
