package heliograph.broadcaster.desk.relay;

import heliograph.broadcaster.desk.settings.RelaySettings;
import heliograph.broadcaster.desk.station.RelayedViewer;
import heliograph.broadcaster.link.PeerFigures.Route;
import heliograph.broadcaster.link.SingleThread;
import heliograph.relay.Relay;
import heliograph.relay.UnusableOfferException;
import heliograph.relay.ViewerStats;
import heliograph.relay.leg.CandidateType;
import heliograph.signaling.protocol.Layer;
import heliograph.signaling.room.RelayEvents;
import heliograph.signaling.room.RelayMember;
import java.io.IOException;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The relay as a member of the room: the room's wishes become calls of the relay, on the timeline {@code relay-room}, because
 * reading a stranger's description is nothing for the room's thread. Any thread may call it; one after the other is done.
 */
public final class RelayBridge implements RelayMember, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RelayBridge.class);

    private final Relay relay;
    private final RoomVoice room;
    private final OverloadState overload;
    private final SingleThread timeline;
    private final AtomicBoolean closed = new AtomicBoolean();

    private RelayBridge(Relay relay, RoomVoice room, OverloadState overload, SingleThread timeline) {
        this.relay = relay;
        this.room = room;
        this.overload = overload;
        this.timeline = timeline;
    }

    /**
     * Opens the relay and takes it into the room.
     *
     * @throws IOException when the relay cannot listen where it should
     */
    public static RelayBridge open(RelayOpener opener, RelaySettings settings, RoomVoice room) throws IOException {
        OverloadState overload = new OverloadState();
        Relay relay = opener.open(settings, new RelayWords(room, overload));
        RelayBridge bridge = new RelayBridge(relay, room, overload, new SingleThread("relay-room"));
        room.tell(events -> events.joined(bridge));
        return bridge;
    }

    @Override
    public void offerUpstream(String session, Layer layer) {
        timeline.run(() -> {
            String offer = relay.offerUpstream(of(layer));
            room.tell(events -> events.upstreamOffered(session, offer));
        });
    }

    @Override
    public void upstreamAnswered(String session, Layer layer, String sdp) {
        timeline.run(() -> relay.answerUpstream(of(layer), sdp));
    }

    @Override
    public void upstreamEnded(Layer layer) {
        timeline.run(() -> relay.endUpstream(of(layer)));
    }

    @Override
    public void viewerOffered(String session, String sdp, boolean patient) {
        timeline.run(() -> {
            try {
                String answer = relay.answerViewer(session, sdp, patient);
                room.tell(events -> events.viewerAnswered(session, answer));
            } catch (UnusableOfferException e) {
                log.info("session {}: not for the relay: {}", shortened(session), e.getMessage());
                room.tell(events -> events.viewerRefused(session));
            } catch (RuntimeException e) {
                log.error("session {}: a bug in the relay", shortened(session), e);
                room.tell(events -> events.viewerRefused(session));
            }
        });
    }

    @Override
    public void viewerCandidate(String session, String candidate) {
        if (!candidate.isEmpty()) {
            timeline.run(() -> relay.viewerCandidate(session, candidate));
        }
    }

    @Override
    public void viewerLeft(String session) {
        timeline.run(() -> relay.endViewer(session));
    }

    /** What has been sent to each viewer by now. Any thread. */
    public List<RelayedViewer> viewers() {
        return relay.viewers().stream().map(RelayBridge::known).toList();
    }

    /** Tells whether this machine does not keep up with the relay's viewers, now and at each change, on a thread of the relay's. */
    public void onOverload(Consumer<Boolean> listener) {
        overload.listen(listener);
    }

    private static RelayedViewer known(ViewerStats viewer) {
        return new RelayedViewer(
                viewer.id(),
                viewer.layer() == Relay.Layer.HALF ? Layer.HALF : Layer.FULL,
                viewer.videoFrames(),
                viewer.bytes(),
                viewer.loss(),
                viewer.roundTripMillis(),
                viewer.route().map(RelayBridge::known));
    }

    /** A peer-reflexive address is one that the other end has not named: nobody's server gave it. */
    private static Route known(CandidateType type) {
        return switch (type) {
            case HOST, PEER_REFLEXIVE -> Route.STRAIGHT;
            case SERVER_REFLEXIVE -> Route.STUN;
            case RELAYED -> Route.TURN;
        };
    }

    /** Out of the room, then the relay's legs and its port. Idempotent. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        room.tell(RelayEvents::gone);
        timeline.close();
        relay.close();
    }

    /** Enough to tell them apart in a log. */
    private static String shortened(String session) {
        return session.substring(0, Math.min(6, session.length()));
    }

    private static Relay.Layer of(Layer layer) {
        return switch (layer) {
            case FULL -> Relay.Layer.FULL;
            case HALF -> Relay.Layer.HALF;
        };
    }
}
