package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.PeerFigures;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.link.StudioListener;
import heliograph.broadcaster.link.StudioState;
import heliograph.broadcaster.link.Timeline;
import heliograph.signaling.protocol.Layer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Who watches and how each fares: what the room knows of people, the studio of its peers and the relay of its viewers, brought
 * together once a second. Hears the studio's words first and passes all but the figures on. Lives on the station's timeline;
 * any thread may call it.
 */
public final class ViewerList implements StudioListener {
    static final Duration TURN = Duration.ofSeconds(1);

    private final Timeline timeline;
    private final LongSupplier nanoTime;
    private final StudioListener next;
    private final List<Consumer<List<ViewerRow>>> listeners = new ArrayList<>();
    private final RelayedRates rates = new RelayedRates();
    private final Map<String, PeerFigures> peers = new HashMap<>();
    private List<RoomViewer> viewers = List.of();
    private List<ViewerRow> told = List.of();
    private @Nullable Room room;
    private boolean turning;

    public ViewerList(Timeline timeline, LongSupplier nanoTime, StudioListener next) {
        this.timeline = timeline;
        this.nanoTime = nanoTime;
        this.next = next;
    }

    /** Tells who watches, now and at each change, which may be one a second; on the timeline. */
    public void listen(Consumer<List<ViewerRow>> listener) {
        timeline.run(() -> {
            listeners.add(listener);
            listener.accept(told);
        });
    }

    /** The room is open. */
    public void opened(Room opened) {
        timeline.run(() -> room = opened);
        opened.onViewers(now -> timeline.run(() -> {
            viewers = now;
            if (!turning) {
                turn();
            }
        }));
    }

    @Override
    public void state(StudioState state) {
        if (!(state instanceof StudioState.Running)) {
            peers.clear();
        }
        next.state(state);
    }

    @Override
    public void event(StudioEvent event) {
        if (event instanceof StudioEvent.Figures figures) {
            peers.clear();
            figures.peers().forEach(peer -> peers.put(peer.session(), peer));
        } else {
            next.event(event);
        }
    }

    /** Again a second later, while there is anybody: a crowd that comes is shown once a second and not one by one. */
    private void turn() {
        turning = !viewers.isEmpty();
        if (turning) {
            var unused = timeline.later(TURN, this::turn);
        }
        List<ViewerRow> now = rows();
        if (!now.equals(told)) {
            told = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }

    private List<ViewerRow> rows() {
        long at = nanoTime.getAsLong();
        Map<String, RelayedViewer> relayed = new HashMap<>();
        if (room != null && !viewers.isEmpty()) {
            room.relayed().forEach(viewer -> relayed.put(viewer.session(), viewer));
        }
        rates.next();
        return viewers.stream()
                .map(viewer -> new ViewerRow(
                        viewer.id(),
                        viewer.name(),
                        viewer.since(),
                        viewer.address(),
                        viewer.watched().map(watched -> stream(watched, relayed.get(watched.session()), at))))
                .toList();
    }

    private ViewerRow.Stream stream(RoomViewer.Watched watched, @Nullable RelayedViewer relayed, long at) {
        if (!watched.relayed()) {
            PeerFigures peer = peers.get(watched.session());
            return peer == null ? ViewerRow.Stream.unknown(false) : direct(peer);
        }
        return relayed == null ? ViewerRow.Stream.unknown(true) : relayed(relayed, at);
    }

    private static ViewerRow.Stream direct(PeerFigures peer) {
        return new ViewerRow.Stream(
                false,
                peer.route(),
                peer.codec(),
                size(peer.width()),
                size(peer.height()),
                peer.framesPerSecond(),
                peer.kilobitsPerSecond(),
                peer.roundTripMillis(),
                peer.lossPerMille());
    }

    /** Codec and size are those of what the relay takes for this layer. */
    private ViewerRow.Stream relayed(RelayedViewer viewer, long at) {
        PeerFigures source = source(viewer.layer());
        RelayedRates.Rates rate = rates.of(viewer, at);
        boolean reported = viewer.roundTripMillis() >= 0;
        return new ViewerRow.Stream(
                true,
                viewer.route().orElse(null),
                source == null ? null : source.codec(),
                source == null ? null : size(source.width()),
                source == null ? null : size(source.height()),
                rate == null ? null : rate.framesPerSecond(),
                rate == null ? null : rate.kilobitsPerSecond(),
                reported ? (int) Math.round(viewer.roundTripMillis()) : null,
                reported ? (int) Math.round(viewer.loss() * 1000) : null);
    }

    private @Nullable PeerFigures source(Layer layer) {
        return peers.values().stream()
                .filter(peer -> Objects.equals(peer.layer(), layer))
                .findFirst()
                .orElse(null);
    }

    private static @Nullable Integer size(int pixels) {
        return pixels == 0 ? null : Integer.valueOf(pixels);
    }
}
