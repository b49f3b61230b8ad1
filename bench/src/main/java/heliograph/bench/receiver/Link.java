package heliograph.bench.receiver;

import java.nio.ByteBuffer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Random;
import java.util.function.Consumer;

/**
 * A bad link, made in the receiver so that nobody has to be root: it loses a share of what comes in and delays either
 * direction by half of the round trip. Lives on the thread {@code receivers}.
 */
final class Link {
    /** Loses nothing and delays nothing. */
    static final Quality GOOD = new Quality(0, 0);

    /**
     * How bad.
     *
     * @param loss share of the packets that are lost, 0 to 1
     * @param roundTripMillis that it adds
     */
    record Quality(double loss, int roundTripMillis) {}

    private record Waiting(ByteBuffer packet, long due) {}

    private final Quality quality;
    private final Random random;
    private final Deque<Waiting> incoming = new ArrayDeque<>();
    private final Deque<Waiting> outgoing = new ArrayDeque<>();

    Link(Quality quality, long seed) {
        this.quality = quality;
        this.random = new Random(seed);
    }

    /** Whether it does anything at all. */
    boolean isGood() {
        return quality.equals(GOOD);
    }

    void in(byte[] packet, long now) {
        if (random.nextDouble() >= quality.loss()) {
            incoming.add(new Waiting(ByteBuffer.wrap(packet), due(now)));
        }
    }

    void out(byte[] packet, long now) {
        outgoing.add(new Waiting(ByteBuffer.wrap(packet), due(now)));
    }

    private long due(long now) {
        return now + quality.roundTripMillis() * 500_000L;
    }

    /** Lets through what has been under way long enough. */
    void deliver(long now, Consumer<byte[]> in, Consumer<byte[]> out) {
        deliver(incoming, now, in);
        deliver(outgoing, now, out);
    }

    private static void deliver(Deque<Waiting> queue, long now, Consumer<byte[]> to) {
        for (Waiting first = queue.peek(); first != null && first.due() - now <= 0; first = queue.peek()) {
            queue.remove();
            to.accept(first.packet().array());
        }
    }
}
