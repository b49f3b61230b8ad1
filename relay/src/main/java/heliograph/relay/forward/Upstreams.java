package heliograph.relay.forward;

import heliograph.relay.Relay.Layer;
import heliograph.relay.UnusableOfferException;
import heliograph.relay.leg.LegEnd;
import heliograph.relay.leg.Legs;
import heliograph.relay.rtp.Codec;
import heliograph.relay.sdp.UpstreamAnswer;
import heliograph.relay.sdp.UpstreamOffer;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The sessions with the studio: for each layer one that brings media, and one that is to take its place. Any thread; guarded by
 * itself, and nobody is called under that lock.
 */
final class Upstreams implements UpstreamSession.Listener, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Upstreams.class);

    /** The studio is on this machine; it answers at once or not at all. */
    private static final long ANSWER = TimeUnit.SECONDS.toNanos(5);

    /**
     * Where media goes.
     *
     * @param packets hears of each, on the thread that reads the socket
     * @param ended hears that nothing more comes of a source; any thread
     */
    record Outlet(Consumer<SourcePacket> packets, Consumer<Source> ended) {}

    /** A session, what is told by it, and since when it is offered. */
    private record Slot(UpstreamSession session, UpstreamFeedback feedback, long offeredAt) {}

    private final Legs legs;
    private final RelaySettings settings;
    private final LongSupplier numbers;
    private final LongSupplier clock;
    private final EventLoop control;
    private final Outlet media;
    private final Consumer<Layer> failed;
    private final Map<Layer, Slot> current = new EnumMap<>(Layer.class);
    private final Map<Layer, Slot> next = new EnumMap<>(Layer.class);
    private boolean closed;
    private volatile @Nullable Codec codec;
    private volatile double soundLoss;

    /**
     * @param numbers random ones, that descriptions are known by
     * @param control the loop whose thread sends what is told to the studio
     * @param failed hears of a session that ended by itself
     */
    Upstreams(
            Legs legs,
            RelaySettings settings,
            LongSupplier numbers,
            LongSupplier clock,
            EventLoop control,
            Outlet media,
            Consumer<Layer> failed) {
        this.legs = legs;
        this.settings = settings;
        this.numbers = numbers;
        this.clock = clock;
        this.control = control;
        this.media = media;
        this.failed = failed;
    }

    /** The codec of the video that comes; empty as long as the studio has not answered. */
    Optional<Codec> codec() {
        return Optional.ofNullable(codec);
    }

    String offer(Layer layer) {
        UpstreamSession session = new UpstreamSession(layer, legs, this);
        int kilobits = settings.kilobits(layer);
        Slot replaced;
        synchronized (this) {
            if (closed) {
                session.close();
                throw new IllegalStateException("closed");
            }
            UpstreamFeedback feedback =
                    new UpstreamFeedback(session, new UpstreamRoom(1000L * kilobits), () -> soundLoss);
            replaced = next.put(layer, new Slot(session, feedback, clock.getAsLong()));
        }
        close(replaced);
        log.info("upstream {}: offered", layer);
        return UpstreamOffer.write(
                session.leg().local(), settings.codecs(), layer == Layer.FULL, kilobits, numbers.getAsLong());
    }

    void answer(Layer layer, String sdp) {
        Slot slot;
        synchronized (this) {
            slot = next.get(layer);
        }
        if (slot == null) {
            return;
        }
        try {
            UpstreamAnswer answer = UpstreamAnswer.parse(sdp);
            if (layer == Layer.FULL) {
                codec = answer.video().orElse(null);
            }
            log.info(
                    "upstream {}: answered, {}",
                    layer,
                    answer.video().map(Codec::name).orElse("sound alone"));
            slot.session().answered(answer);
        } catch (UnusableOfferException e) {
            log.warn("upstream {}: {}", layer, e.getMessage());
            ended(slot.session(), LegEnd.HANDSHAKE_FAILED);
        }
    }

    void end(Layer layer) {
        Slot first;
        Slot second;
        synchronized (this) {
            first = current.remove(layer);
            second = next.remove(layer);
        }
        close(first);
        close(second);
        if (first != null || second != null) {
            log.info("upstream {}: ended", layer);
        }
    }

    /** What share of the sound viewers lose, for the studio to protect it. Any thread. */
    void soundLoss(double share) {
        soundLoss = share;
    }

    /** A viewer waits for a key frame of that layer. */
    void wishKeyFrame(Layer layer) {
        Slot slot;
        synchronized (this) {
            slot = current.get(layer);
        }
        if (slot != null && slot.session().keyFrames().wish()) {
            control.offer(() -> slot.feedback().send(clock.getAsLong()));
        }
    }

    /** Tells the studio what is due. Thread {@code relay-control}. */
    void tell(long now) {
        List<Slot> slots;
        List<Slot> unanswered;
        synchronized (this) {
            slots = List.copyOf(current.values());
            unanswered = next.values().stream()
                    .filter(slot -> !slot.session().isAnswered() && now - slot.offeredAt() >= ANSWER)
                    .toList();
        }
        slots.forEach(slot -> slot.feedback().send(now));
        unanswered.forEach(slot -> ended(slot.session(), LegEnd.UNREACHED));
    }

    @Override
    public void connected(UpstreamSession session) {
        Slot replaced = null;
        synchronized (this) {
            Slot slot = next.get(session.layer());
            if (slot != null && slot.session() == session) {
                next.remove(session.layer());
                replaced = current.put(session.layer(), slot);
            }
        }
        close(replaced);
        log.info("upstream {}: connected", session.layer());
        control.offer(() -> tell(clock.getAsLong()));
    }

    @Override
    public void packet(SourcePacket packet) {
        media.packets().accept(packet);
    }

    @Override
    public void lost(UpstreamSession session) {
        control.offer(() -> tell(clock.getAsLong()));
    }

    @Override
    public void ended(UpstreamSession session, LegEnd reason) {
        Slot removed;
        synchronized (this) {
            removed = Stream.of(current, next)
                    .map(slots -> remove(slots, session))
                    .flatMap(Optional::stream)
                    .findFirst()
                    .orElse(null);
        }
        if (removed != null) {
            close(removed);
            log.warn("upstream {}: failed, {}", session.layer(), reason);
            failed.accept(session.layer());
        }
    }

    private static Optional<Slot> remove(Map<Layer, Slot> slots, UpstreamSession session) {
        Slot slot = slots.get(session.layer());
        if (slot == null || slot.session() != session) {
            return Optional.empty();
        }
        slots.remove(session.layer());
        return Optional.of(slot);
    }

    private void close(@Nullable Slot slot) {
        if (slot != null) {
            slot.session().close();
            TrackIntake video = slot.session().video();
            // Of the full layer there is another soon, or nothing at all: whoever has it goes on waiting for it.
            if (video != null && slot.session().layer() == Layer.HALF) {
                media.ended().accept(video.source());
            }
        }
    }

    @Override
    public void close() {
        synchronized (this) {
            closed = true;
        }
        for (Layer layer : Layer.values()) {
            end(layer);
        }
    }
}
