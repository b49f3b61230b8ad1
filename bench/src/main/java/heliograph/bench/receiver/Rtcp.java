package heliograph.bench.receiver;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Writes what a receiver says, and finds sender reports in what it hears (RFC 3550, RFC 4585). Stateless; any thread. */
final class Rtcp {
    private static final int SENDER_REPORT = 200;
    private static final int RECEIVER_REPORT = 201;
    private static final int SOURCE_DESCRIPTION = 202;
    private static final int TRANSPORT_FEEDBACK = 205;
    private static final int PAYLOAD_FEEDBACK = 206;

    private Rtcp() {}

    /** A report block (RFC 3550, section 6.4.1). */
    record Block(int ssrc, int fraction, int lost, int highest, int jitter, int lastReport, int delay) {}

    /** A sender report's sender and the middle of its NTP time. */
    record SenderReport(int ssrc, int middle) {}

    /** Whether a packet on the shared port is RTCP (RFC 5761, section 4). */
    static boolean is(byte[] packet) {
        int type = packet[1] & 0xff;
        return type >= 192 && type <= 223;
    }

    /** Who sent the packet. */
    static int sender(byte[] packet) {
        return ByteBuffer.wrap(packet).getInt(4);
    }

    /** A receiver report with the source description that goes with each (RFC 3550, section 6.1). */
    static byte[] report(int ssrc, List<Block> blocks) {
        ByteBuffer out = ByteBuffer.allocate(256);
        header(out, blocks.size(), RECEIVER_REPORT, 1 + 6 * blocks.size()).putInt(ssrc);
        for (Block block : blocks) {
            out.putInt(block.ssrc()).putInt((block.fraction() << 24) | (block.lost() & 0xffffff));
            out.putInt(block.highest()).putInt(block.jitter());
            out.putInt(block.lastReport()).putInt(block.delay());
        }
        // CNAME "bench", the end of the items, and zeros up to a whole word.
        header(out, 1, SOURCE_DESCRIPTION, 3).putInt(ssrc).put((byte) 1).put((byte) 5);
        out.put("bench".getBytes(StandardCharsets.US_ASCII)).put((byte) 0);
        return written(out);
    }

    /** A generic NACK (RFC 4585, section 6.2.1). */
    static byte[] nack(int ssrc, int media, List<Integer> sequences) {
        List<int[]> items = new ArrayList<>();
        for (int sequence : sequences) {
            int[] last = items.isEmpty() ? null : items.get(items.size() - 1);
            int behind = last == null ? 0 : ((sequence - last[0]) & 0xffff);
            if (last != null && behind >= 1 && behind <= 16) {
                last[1] |= 1 << (behind - 1);
            } else {
                items.add(new int[] {sequence, 0});
            }
        }
        ByteBuffer out = ByteBuffer.allocate(12 + 4 * items.size());
        header(out, 1, TRANSPORT_FEEDBACK, 2 + items.size()).putInt(ssrc).putInt(media);
        items.forEach(item -> out.putShort((short) item[0]).putShort((short) item[1]));
        return written(out);
    }

    /** A picture loss indication (RFC 4585, section 6.3.1). */
    static byte[] pictureLoss(int ssrc, int media) {
        ByteBuffer out = ByteBuffer.allocate(12);
        header(out, 1, PAYLOAD_FEEDBACK, 2).putInt(ssrc).putInt(media);
        return written(out);
    }

    /** A receiver estimated maximum bitrate (draft-alvestrand-rmcat-remb-03, section 2.2). */
    static byte[] remb(int ssrc, int media, long bitsPerSecond) {
        int exponent = Math.max(0, 64 - Long.numberOfLeadingZeros(bitsPerSecond) - 18);
        ByteBuffer out = ByteBuffer.allocate(24);
        header(out, 15, PAYLOAD_FEEDBACK, 5).putInt(ssrc).putInt(0);
        out.put("REMB".getBytes(StandardCharsets.US_ASCII));
        out.putInt((1 << 24) | (exponent << 18) | (int) (bitsPerSecond >> exponent))
                .putInt(media);
        return written(out);
    }

    /** One after another in one packet. */
    static byte[] compound(List<byte[]> parts) {
        ByteBuffer out =
                ByteBuffer.allocate(parts.stream().mapToInt(it -> it.length).sum());
        parts.forEach(out::put);
        return out.array();
    }

    /** The sender reports of a compound packet. */
    static List<SenderReport> senderReports(byte[] packet, int offset, int length) {
        List<SenderReport> reports = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(packet);
        int end = offset + length;
        for (int at = offset; at + 8 <= end; at += 4 * ((in.getShort(at + 2) & 0xffff) + 1)) {
            if ((packet[at + 1] & 0xff) == SENDER_REPORT && at + 16 <= end) {
                reports.add(new SenderReport(in.getInt(at + 4), in.getInt(at + 10)));
            }
        }
        return reports;
    }

    private static ByteBuffer header(ByteBuffer out, int count, int type, int words) {
        return out.put((byte) (0x80 | count)).put((byte) type).putShort((short) words);
    }

    private static byte[] written(ByteBuffer out) {
        byte[] bytes = new byte[out.flip().remaining()];
        out.get(bytes);
        return bytes;
    }
}
