package heliograph.relay.forward;

import heliograph.relay.rtcp.RtcpWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.LongSupplier;

/** Sends to its share of the viewers; its thread owns them. When it is late it leaves video out to the next key frame and never lags. */
final class Worker implements AutoCloseable {
    /** Some seconds of a stream; what waits longer is too late anyway. */
    private static final int MOST_WAITING = 1024;

    /** Of what viewers say; beside the others, so that it never turns media away. */
    private static final int MOST_FEEDBACK = 256;

    private static final long LATEST_VIDEO = TimeUnit.MILLISECONDS.toNanos(200);
    private static final long LATEST_AUDIO = TimeUnit.MILLISECONDS.toNanos(400);
    private static final long IDLE = TimeUnit.MILLISECONDS.toNanos(50);

    private final LongSupplier clock;
    private final Overload overload;
    private final EventLoop loop;
    private final byte[] buffer = new byte[OutgoingStream.BUFFER];
    private final RtcpWriter writer = new RtcpWriter();
    private final List<Viewer> viewers = new ArrayList<>();
    private final AtomicInteger load = new AtomicInteger();
    private volatile boolean overflown;

    Worker(String name, LongSupplier clock, Overload overload) {
        this.clock = clock;
        this.overload = overload;
        this.loop = new EventLoop(name, clock, MOST_WAITING, MOST_FEEDBACK, this::turn);
    }

    EventLoop loop() {
        return loop;
    }

    /** Where this worker's viewers write what they send. */
    byte[] buffer() {
        return buffer;
    }

    RtcpWriter writer() {
        return writer;
    }

    /** How many viewers were given to it; any thread. */
    AtomicInteger load() {
        return load;
    }

    void add(Viewer viewer) {
        loop.post(() -> viewers.add(viewer));
    }

    void remove(Viewer viewer) {
        loop.post(() -> viewers.remove(viewer));
    }

    /** Nothing more comes of this source. Any thread. */
    void ended(Source source) {
        loop.post(() -> viewers.forEach(viewer -> viewer.ended(source)));
    }

    /** For what comes from a viewer; left out when there is too much of it. Any thread. */
    void offer(Consumer<Long> task) {
        loop.offerAside(() -> task.accept(clock.getAsLong()));
    }

    /** A packet for all its viewers. Any thread. */
    void forward(SourcePacket packet) {
        if (load.get() > 0
                && !loop.offer(() -> forwardNow(packet))
                && packet.source.codec().isVideo()) {
            overflown = true;
            overload.leftOut(clock.getAsLong() - packet.arrivedAt);
        }
    }

    private void forwardNow(SourcePacket packet) {
        if (overflown) {
            overflown = false;
            viewers.forEach(Viewer::skipAll);
        }
        long now = clock.getAsLong();
        boolean isVideo = packet.source.codec().isVideo();
        if (now - packet.arrivedAt > (isVideo ? LATEST_VIDEO : LATEST_AUDIO)) {
            for (int i = 0; i < viewers.size(); i++) {
                viewers.get(i).skip(packet);
            }
            if (isVideo) {
                overload.leftOut(now - packet.arrivedAt);
            }
            return;
        }
        for (int i = 0; i < viewers.size(); i++) {
            viewers.get(i).forward(packet, now);
            // What it has to wait with goes out half a millisecond later, and not only with the next turn.
            loop.hasten(viewers.get(i).due());
        }
    }

    private long turn(long now) {
        long due = now + IDLE;
        for (int i = 0; i < viewers.size(); i++) {
            Viewer viewer = viewers.get(i);
            viewer.run(now);
            due = Math.min(due, viewer.due());
        }
        return due;
    }

    @Override
    public void close() {
        loop.close();
    }
}
