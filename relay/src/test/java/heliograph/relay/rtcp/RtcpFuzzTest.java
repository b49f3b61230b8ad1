package heliograph.relay.rtcp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import heliograph.relay.rtp.H264Payload;
import heliograph.relay.rtp.RtpHeader;
import heliograph.relay.rtp.Vp8Descriptor;
import java.util.Arrays;

/** What comes in the clear from a viewer, or from the studio's end. */
class RtcpFuzzTest {
    @FuzzTest
    void feedbackIsReadWithinItsBoundsWhereverItLies(byte[] input) {
        byte[] moved = new byte[input.length + 14];
        Arrays.fill(moved, (byte) 0xff);
        System.arraycopy(input, 0, moved, 7, input.length);
        StringBuilder here = new StringBuilder();
        StringBuilder there = new StringBuilder();
        assertThat(RtcpReader.read(input, 0, input.length, new Notes(here)))
                .isEqualTo(RtcpReader.read(moved, 7, input.length, new Notes(there)));
        assertThat(there).hasToString(here.toString());
    }

    @FuzzTest
    void aPacketsPartsAreWithinItsBounds(byte[] input) {
        RtpHeader header = new RtpHeader();
        if (!header.read(input, 0, input.length)) {
            return;
        }
        assertThat(header.payloadOffset()).isBetween(RtpHeader.FIXED_LENGTH, input.length);
        assertThat(header.payloadLength()).isBetween(0, input.length - header.payloadOffset());
        Vp8Descriptor descriptor = new Vp8Descriptor();
        if (descriptor.read(input, header.payloadOffset(), header.payloadLength())) {
            int last = Math.max(
                    descriptor.pictureIdAt() + (descriptor.widePictureId() ? 1 : 0), descriptor.layerIndexAt());
            assertThat(last).isLessThan(header.payloadLength());
        }
        boolean key = H264Payload.keyFrameStart(input, header.payloadOffset(), header.payloadLength());
        assertThat(key && header.payloadLength() < 2).isFalse();
    }

    private record Notes(StringBuilder text) implements RtcpListener {
        @Override
        public void senderReport(int ssrc, long ntp, int timestamp) {
            text.append("sr ").append(ssrc).append(ntp).append(timestamp);
        }

        @Override
        public void receptionReport(int ssrc, int fractionLost, int lost, int highest, int lastReport, long delay) {
            text.append("rr ")
                    .append(ssrc)
                    .append(fractionLost)
                    .append(lost)
                    .append(highest)
                    .append(lastReport)
                    .append(delay);
        }

        @Override
        public void nack(int ssrc, int sequence, int following) {
            text.append("nack ").append(ssrc).append(sequence).append(following);
        }

        @Override
        public void keyFrameRequest(int ssrc) {
            text.append("key ").append(ssrc);
        }

        @Override
        public void referenceTime(int ssrc, long ntp) {
            text.append("time ").append(ssrc).append(ntp);
        }

        @Override
        public void maximumBitrate(long bitsPerSecond) {
            assertThat(bitsPerSecond).isNotNegative();
            text.append("remb ").append(bitsPerSecond);
        }
    }
}
