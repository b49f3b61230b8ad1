package heliograph.relay.rtp;

import java.nio.charset.StandardCharsets;

/**
 * The header extensions of all packets of one stream to one viewer, in the one-byte form (RFC 8285, section 4.2): those that were
 * negotiated, by the ids that they have with this viewer. Used by one thread.
 */
public final class HeaderExtensions {
    /** RFC 8285, section 4.2: 0 is padding, 15 is reserved. */
    public static final int HIGHEST_ID = 14;

    private static final int PROFILE = 0xBEDE;
    private static final int LONGEST = 16;
    private static final long NANOS_PER_SECOND = 1_000_000_000L;

    private final byte[] block;
    private final int sendTimeAt;

    /**
     * Those that were negotiated.
     *
     * @param sendTimeId of {@code abs-send-time}; 0: not negotiated
     * @param midId of {@code sdes:mid} (RFC 8843, section 15); 0: not negotiated
     * @param mid what it says
     */
    public HeaderExtensions(int sendTimeId, int midId, String mid) {
        byte[] name = mid.getBytes(StandardCharsets.UTF_8);
        boolean named = midId > 0 && name.length > 0 && name.length <= LONGEST;
        int length = (sendTimeId > 0 ? 4 : 0) + (named ? 1 + name.length : 0);
        block = new byte[length == 0 ? 0 : 4 + (length + 3) / 4 * 4];
        int at = 4;
        if (sendTimeId > 0) {
            NetworkOrder.put8(block, at, (sendTimeId << 4) | 2);
            sendTimeAt = at + 1;
            at += 4;
        } else {
            sendTimeAt = 0;
        }
        if (named) {
            NetworkOrder.put8(block, at, (midId << 4) | (name.length - 1));
            System.arraycopy(name, 0, block, at + 1, name.length);
        }
        if (length > 0) {
            NetworkOrder.put16(block, 0, PROFILE);
            NetworkOrder.put16(block, 2, (block.length - 4) / 4);
        }
    }

    /**
     * Writes them behind the header.
     *
     * @param now when the packet is sent, of any monotonic clock
     * @return where the payload is to be
     */
    public int write(byte[] packet, int at, long now) {
        if (block.length == 0) {
            return at;
        }
        packet[0] |= 0x10;
        System.arraycopy(block, 0, packet, at, block.length);
        if (sendTimeAt > 0) {
            NetworkOrder.put24(packet, at + sendTimeAt, sendTime(now));
        }
        return at + block.length;
    }

    /** Seconds with 18 binary digits behind the point, the lowest 24 of them. */
    static int sendTime(long nanos) {
        long seconds = Math.floorDiv(nanos, NANOS_PER_SECOND);
        long fraction = Math.floorMod(nanos, NANOS_PER_SECOND) * (1 << 18) / NANOS_PER_SECOND;
        return (int) ((seconds << 18) | fraction) & 0xffffff;
    }
}
