package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * The relay's place in the room: whether it is of use, and as a viewer of the broadcaster's its upstream sessions, one for each
 * layer, which are neither seats nor audience. On the room's thread.
 */
final class RelaySeat {
    /** From the second failure of the upstream in a row to the next try; twice as long from each later one. */
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(2);

    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(60);
    private static final int MOST_DOUBLINGS = 5;

    /** From a failure of the half layer to another try: its viewers have the full one meanwhile. */
    private static final Duration HALF_AGAIN = Duration.ofSeconds(5);

    /** What is sent upstream costs an encode; whoever comes within this time after the last viewer of the relay's finds it there still. */
    private static final Duration LINGER = Duration.ofSeconds(10);

    private final Supplier<String> ids;
    private final boolean keptReady;
    private final Consumer<Message> toBroadcaster;
    private final Map<Layer, Upstream> upstreams = new EnumMap<>(Layer.class);

    private @Nullable RelayMember member;
    private boolean live;
    private boolean halfNeeded;
    private Instant halfAgainAt = Instant.EPOCH;
    private int failures;
    private Instant leftAloneUntil = Instant.EPOCH;
    private Instant lastNeeded = Instant.EPOCH;
    private @Nullable Instant provenAt;

    /** One upstream session. While it is idle it is there, and costs no encode. */
    private static final class Upstream {
        final String session;
        boolean idle;
        boolean announced;
        boolean offered;

        Upstream(String session, boolean idle) {
            this.session = session;
            this.idle = idle;
        }
    }

    /** {@code keptReady}: an upstream is connected also while nobody needs it. */
    RelaySeat(Supplier<String> ids, boolean keptReady, Consumer<Message> toBroadcaster) {
        this.ids = ids;
        this.keptReady = keptReady;
        this.toBroadcaster = toBroadcaster;
    }

    void joined(RelayMember relay) {
        forget();
        member = relay;
    }

    void gone() {
        forget();
        member = null;
    }

    private void forget() {
        upstreams.values().forEach(this::leave);
        upstreams.clear();
        halfNeeded = false;
        failures = 0;
        provenAt = null;
        leftAloneUntil = Instant.EPOCH;
    }

    @Nullable
    RelayMember member() {
        return member;
    }

    /** Whether it may be expected to bring media. */
    boolean isUsable(Instant now) {
        return live && member != null && !now.isBefore(leftAloneUntil);
    }

    /** Since when the present upstream has been known to bring media to somebody; null: it has not shown that yet. */
    @Nullable
    Instant provenAt() {
        return provenAt;
    }

    void plays(Instant now) {
        if (provenAt == null && upstreams.containsKey(Layer.FULL)) {
            provenAt = now;
        }
        failures = 0;
    }

    /** There is a broadcaster that sends; what was needed of the one before is asked of this one. */
    void onAir(boolean viewersStayed, Instant now) {
        live = true;
        failures = 0;
        leftAloneUntil = Instant.EPOCH;
        if (viewersStayed) {
            need(now);
        }
    }

    /** There is none any more, or it forgot its sessions. */
    void offAir() {
        live = false;
        upstreams.keySet().forEach(this::ended);
        upstreams.clear();
    }

    /** Somebody is, or will be, served by it. */
    void need(Instant now) {
        lastNeeded = now;
        if (isUsable(now)) {
            open(Layer.FULL, false);
        }
    }

    /** Asks for what is missing, and gives the encodes back that nobody has needed for a while. */
    void tick(boolean hasViewers, Instant now) {
        if (hasViewers) {
            need(now);
        } else if (!now.isBefore(lastNeeded.plus(LINGER))) {
            halfNeeded = false;
            rest(now);
        }
        if (!halfNeeded || !upstreams.containsKey(Layer.FULL)) {
            close(Layer.HALF);
        } else if (!now.isBefore(halfAgainAt)) {
            open(Layer.HALF, false);
        }
    }

    /** Nobody needs it: it stays connected, so that the first who does waits for an encoder alone. */
    private void rest(Instant now) {
        Upstream full = upstreams.get(Layer.FULL);
        if (full != null && !full.idle) {
            close(Layer.FULL);
        }
        if (keptReady && isUsable(now)) {
            open(Layer.FULL, true);
        }
    }

    /** The relay says so of the half layer; whether the full one is needed is known here before it can know. */
    void needed(Layer layer, boolean isNeeded, Instant now) {
        if (layer == Layer.HALF) {
            halfNeeded = isNeeded;
            tick(true, now);
        }
    }

    /** The relay's offer for the broadcaster. */
    void offered(String session, String sdp) {
        Layer layer = layerOf(session);
        Upstream upstream = layer == null ? null : upstreams.get(layer);
        if (upstream != null) {
            upstream.announced = true;
            upstream.offered = true;
            toBroadcaster.accept(new Message.Offer(session, sdp, layer, upstream.idle ? true : null));
        }
    }

    /** Whether a session that the broadcaster names is one of these. */
    boolean owns(String session) {
        return layerOf(session) != null;
    }

    void answered(Message.Answer answer) throws Refusal {
        Layer layer = layerOf(answer.session());
        Upstream upstream = layer == null ? null : upstreams.get(layer);
        if (layer == null || upstream == null || !upstream.offered) {
            throw new Refusal(ErrorCode.UNKNOWN_SESSION, "No offer waits for an answer in this session.");
        }
        upstream.offered = false;
        if (member != null) {
            member.upstreamAnswered(upstream.session, layer, answer.sdp());
        }
    }

    /** The broadcaster ended one. */
    void endedByBroadcaster(String session, Instant now) {
        Layer layer = layerOf(session);
        Upstream upstream = layer == null ? null : upstreams.remove(layer);
        if (layer != null && upstream != null) {
            ended(layer);
            failed(layer, upstream.idle, now);
        }
    }

    /** The relay says that one failed. */
    void failedAtRelay(Layer layer, Instant now) {
        Upstream upstream = upstreams.get(layer);
        if (upstream != null) {
            close(layer);
            failed(layer, upstream.idle, now);
        }
    }

    private void failed(Layer layer, boolean idle, Instant now) {
        if (layer == Layer.HALF) {
            halfAgainAt = now.plus(HALF_AGAIN);
            return;
        }
        provenAt = null;
        failures++;
        if (failures == 1) {
            open(layer, idle);
            return;
        }
        // A process that starts again, or a machine that is busy, has to be given time; those who wait have to be given
        // hope.
        Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(failures - 2, MOST_DOUBLINGS));
        leftAloneUntil = now.plus(pause.compareTo(LONGEST_PAUSE) < 0 ? pause : LONGEST_PAUSE);
    }

    private @Nullable Layer layerOf(String session) {
        return upstreams.entrySet().stream()
                .filter(entry -> entry.getValue().session.equals(session))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(null);
    }

    private void open(Layer layer, boolean idle) {
        Upstream there = upstreams.get(layer);
        if (there != null && there.idle && !idle) {
            resume(there);
        }
        if (!live || member == null || there != null) {
            return;
        }
        Upstream upstream = new Upstream(ids.get(), idle);
        if (layer == Layer.FULL) {
            provenAt = null;
        }
        upstreams.put(layer, upstream);
        member.offerUpstream(upstream.session, layer);
    }

    private void resume(Upstream upstream) {
        upstream.idle = false;
        if (upstream.announced) {
            toBroadcaster.accept(new Message.Resume(upstream.session));
        }
    }

    private void close(Layer layer) {
        Upstream upstream = upstreams.remove(layer);
        if (upstream != null) {
            leave(upstream);
            ended(layer);
        }
    }

    private void leave(Upstream upstream) {
        if (upstream.announced) {
            toBroadcaster.accept(new Message.Leave(upstream.session, null));
        }
    }

    private void ended(Layer layer) {
        if (member != null) {
            member.upstreamEnded(layer);
        }
    }
}
