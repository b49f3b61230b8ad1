package heliograph.broadcaster.studio.peer;

import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCIceGatheringState;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Carries a peer connection's callbacks from libwebrtc's thread to thread {@code studio}. Nothing may be thrown back:
 * it would end the process.
 */
final class PeerCallbacks implements PeerConnectionObserver {
    private static final Logger log = LoggerFactory.getLogger(PeerCallbacks.class);

    private final Executor studio;
    private final Consumer<RTCIceCandidate> candidate;
    private final Runnable gathered;
    private final Consumer<RTCPeerConnectionState> state;

    PeerCallbacks(
            Executor studio,
            Consumer<RTCIceCandidate> candidate,
            Runnable gathered,
            Consumer<RTCPeerConnectionState> state) {
        this.studio = studio;
        this.candidate = candidate;
        this.gathered = gathered;
        this.state = state;
    }

    @Override
    public void onIceCandidate(RTCIceCandidate found) {
        carry(() -> candidate.accept(found));
    }

    @Override
    public void onIceGatheringChange(RTCIceGatheringState now) {
        if (now == RTCIceGatheringState.COMPLETE) {
            carry(gathered);
        }
    }

    @Override
    public void onConnectionChange(RTCPeerConnectionState now) {
        carry(() -> state.accept(now));
    }

    private void carry(Runnable task) {
        try {
            studio.execute(task);
        } catch (RuntimeException | Error e) {
            log.debug("a callback came after the end", e);
        }
    }
}
