package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReferenceArray;
import org.jspecify.annotations.Nullable;

/**
 * The recent packets of one source, for the retransmissions to all viewers: so many at most, and none that is too old to be of
 * use. Written by the thread that reads the upstream's socket; read by any.
 */
final class PacketStore {
    /** Two seconds of 8 Mbit/s; with packets of at most 1500 bytes that is 3 MB. */
    static final int CAPACITY = 2048;

    static final long LONGEST = TimeUnit.SECONDS.toNanos(2);

    private final AtomicReferenceArray<@Nullable SourcePacket> packets = new AtomicReferenceArray<>(CAPACITY);
    private long oldest = -1;

    void put(SourcePacket packet) {
        packets.set(slot(packet.index), packet);
        if (oldest < 0) {
            oldest = packet.index;
        }
        while (oldest < packet.index) {
            SourcePacket old = packets.get(slot(oldest));
            if (old != null && old.index == oldest && packet.arrivedAt - old.arrivedAt <= LONGEST) {
                break;
            }
            if (old != null && old.index <= oldest) {
                packets.set(slot(oldest), null);
            }
            oldest++;
        }
    }

    @Nullable
    SourcePacket get(long index) {
        SourcePacket packet = packets.get(slot(index));
        return packet == null || packet.index != index ? null : packet;
    }

    private static int slot(long index) {
        return (int) (index & (CAPACITY - 1));
    }
}
