package heliograph.relay.srtp;

import java.util.Arrays;

/**
 * Which indices of one source were there already (RFC 3711, section 3.3.2), and where the next sequence number belongs (section
 * 3.3.1). One thread at a time.
 */
final class ReplayWindow {
    /** How far behind the highest index one may come; section 3.3.2 asks for 64 at least. Bursts of resent packets are longer. */
    static final int SIZE = 1024;

    private final long[] seen = new long[SIZE / 64];
    private long highest = -1;

    /** The packet's index (appendix A): 2^16 times the rollover counter that brings it nearest to the highest, plus SEQ. */
    long indexOf(int sequenceNumber) {
        if (highest < 0) {
            return sequenceNumber;
        }
        long index = (highest & ~0xFFFFL) | sequenceNumber;
        if (index - highest > 0x8000 && index >= 0x10000) {
            return index - 0x10000;
        }
        return highest - index > 0x8000 ? index + 0x10000 : index;
    }

    boolean isFresh(long index) {
        if (index > highest) {
            return true;
        }
        return highest - index < SIZE && (seen[word(index)] >>> index & 1) == 0;
    }

    /** Only for what is fresh, and authentic. */
    void add(long index) {
        if (index > highest) {
            if (index - highest >= SIZE) {
                Arrays.fill(seen, 0);
            } else {
                for (long i = highest + 1; i <= index; i++) {
                    seen[word(i)] &= ~(1L << i);
                }
            }
            highest = index;
        }
        seen[word(index)] |= 1L << index;
    }

    private static int word(long index) {
        return (int) (index % SIZE / 64);
    }
}
