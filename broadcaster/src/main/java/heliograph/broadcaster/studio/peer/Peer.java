package heliograph.broadcaster.studio.peer;

import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCPeerConnectionState;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStatsReport;
import heliograph.broadcaster.link.PeerFigures;
import heliograph.broadcaster.studio.media.NativeMedia;
import heliograph.broadcaster.studio.sound.SoundFan;
import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.Message;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One viewer's peer connection, from its first offer to its end; thread {@code studio}. Nothing that this viewer sends,
 * and no failure here, reaches beyond it.
 */
final class Peer implements AutoCloseable {
    /** What a peer tells. */
    interface Listener {
        void send(Message message);

        /** It carries media, or does so no more. */
        void changed();

        /** It cannot go on; the listener closes it. */
        void failed(Peer peer, String reason);
    }

    private static final Logger log = LoggerFactory.getLogger(Peer.class);
    private static final long CONNECT_SECONDS = 30;
    private static final long DISCONNECTED_SECONDS = 15;

    private final String session;
    private final PeerSettings settings;
    private final @Nullable Layer layer;
    private final ScheduledExecutorService studio;
    private final Listener listener;
    private final RTCPeerConnection connection;
    private final Negotiation negotiation;
    private final RemoteCandidates candidates;
    private final PeerTracks tracks;
    private final PeerStats stats;
    private @Nullable PeerFigures figures;
    private boolean asked;
    private ScheduledFuture<?> deadline;
    private @Nullable OfferedSdp nextOffer;
    private boolean negotiating;
    private boolean answered;
    private boolean connected;
    private boolean idle;
    private boolean closed;

    /** @param idle it connects, and encodes nothing before {@link #resume} */
    Peer(
            String session,
            @Nullable Layer layer,
            boolean idle,
            PeerSettings common,
            NativeMedia media,
            SoundFan fan,
            ScheduledExecutorService studio,
            Listener listener) {
        this.session = session;
        this.layer = layer;
        this.idle = idle;
        this.settings = common.of(layer);
        this.studio = studio;
        this.listener = listener;
        this.connection = media.factory()
                .createPeerConnection(
                        IceSettings.of(this.settings),
                        new PeerCallbacks(studio, this::found, this::gathered, this::stateChanged));
        this.negotiation = new Negotiation(connection);
        this.candidates = new RemoteCandidates(session, connection);
        this.tracks = new PeerTracks(media, fan, connection);
        this.stats = new PeerStats(session, layer);
        this.deadline = deadline(CONNECT_SECONDS, "timeout");
    }

    String session() {
        return session;
    }

    boolean connected() {
        return connected;
    }

    /** How it fares, as far as it is known. */
    Optional<PeerFigures> figures() {
        return connected ? Optional.ofNullable(figures) : Optional.empty();
    }

    /** Has the figures looked up anew; they are there a moment later. */
    void ask() {
        if (closed || !connected || asked) {
            return;
        }
        asked = true;
        attempt("statistics", () -> connection.getStats(report -> onStudio(() -> told(report))));
    }

    private void told(RTCStatsReport report) {
        asked = false;
        if (!closed) {
            attempt("statistics", () -> figures = stats.read(report));
        }
    }

    /** From a thread of libwebrtc's, to which nothing may be thrown. */
    private void onStudio(Runnable task) {
        try {
            studio.execute(task);
        } catch (RuntimeException e) {
            log.debug("session {}: a callback came after the end", session);
        }
    }

    /** The viewer's offer; another one later is an ICE restart. */
    void offer(OfferedSdp sdp) {
        if (closed) {
            return;
        }
        if (negotiating) {
            nextOffer = sdp;
            return;
        }
        negotiating = true;
        candidates.expected();
        var unused = begin(sdp)
                .thenComposeAsync(nothing -> answer(), studio)
                .thenComposeAsync(answer -> negotiation.setLocal(answer).thenApply(nothing -> answer), studio)
                .thenAcceptAsync(this::answered, studio)
                .exceptionallyAsync(this::refused, studio);
    }

    void candidate(Message.Candidate candidate) {
        if (!closed) {
            candidates.add(candidate);
        }
    }

    /** Other settings of all: the rate holds at once. */
    void limit(PeerSettings common) {
        if (!closed && answered) {
            PeerSettings own = common.of(layer);
            attempt("limit", () -> tracks.limit(own.bitrate(), own.scaleDown(), !idle));
        }
    }

    /** Somebody needs what it sends. */
    void resume(PeerSettings common) {
        idle = false;
        limit(common);
    }

    /** What ICE may use from the next restart on. */
    void configure(PeerSettings common) {
        if (!closed) {
            attempt("ICE servers", () -> connection.setConfiguration(IceSettings.of(common.of(layer))));
        }
    }

    private CompletableFuture<Void> begin(OfferedSdp offer) {
        try {
            if (!answered) {
                tracks.add(settings.sendsVideoTo(offer), settings.sendsAudioTo(offer));
            }
            return negotiation.setRemote(offer.prepared(settings.codec(), settings.bitrate()));
        } catch (RuntimeException | Error e) {
            return CompletableFuture.failedFuture(e);
        }
    }

    private CompletableFuture<RTCSessionDescription> answer() {
        if (closed) {
            return CompletableFuture.failedFuture(new IllegalStateException("closed"));
        }
        candidates.described();
        return negotiation.createAnswer();
    }

    private void answered(RTCSessionDescription answer) {
        if (closed) {
            return;
        }
        answered = true;
        attempt("limit", () -> tracks.limit(settings.bitrate(), settings.scaleDown(), !idle));
        log.trace("session {}: answer {}", session, SdpOutline.of(answer.sdp));
        listener.send(new Message.Answer(session, answer.sdp));
        negotiating = false;
        if (nextOffer != null) {
            OfferedSdp offer = nextOffer;
            nextOffer = null;
            offer(offer);
        }
    }

    private @Nullable Void refused(Throwable failure) {
        if (!closed) {
            // libwebrtc's own words, in the failure, quote the line that it did not like.
            log.warn("session {}: offer refused: libwebrtc refuses it", session);
            listener.failed(this, "bad-offer");
        }
        return null;
    }

    private void found(RTCIceCandidate candidate) {
        if (!closed) {
            listener.send(new Message.Candidate(session, candidate.sdp, candidate.sdpMid, candidate.sdpMLineIndex));
        }
    }

    private void gathered() {
        if (!closed) {
            listener.send(new Message.Candidate(session, "", "0", 0));
        }
    }

    private void stateChanged(RTCPeerConnectionState state) {
        if (closed) {
            return;
        }
        log.info("session {}: {}", session, state);
        connected = state == RTCPeerConnectionState.CONNECTED;
        switch (state) {
            case CONNECTED -> deadline.cancel(false);
            case DISCONNECTED -> {
                deadline.cancel(false);
                deadline = deadline(DISCONNECTED_SECONDS, "disconnected");
            }
            case FAILED -> listener.failed(this, "failed");
            default -> {}
        }
        listener.changed();
    }

    private ScheduledFuture<?> deadline(long seconds, String reason) {
        return studio.schedule(
                () -> {
                    if (!closed) {
                        listener.failed(this, reason);
                    }
                },
                seconds,
                TimeUnit.SECONDS);
    }

    /** In the order that does not crash: tracks off, connection closed, then what they were made of. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        connected = false;
        deadline.cancel(false);
        attempt("remove", tracks::remove);
        attempt("close", connection::close);
        attempt("dispose", tracks::dispose);
    }

    private void attempt(String what, Runnable step) {
        try {
            step.run();
        } catch (RuntimeException | Error e) {
            log.warn("session {}: {}: {}", session, what, e.toString());
        }
    }
}
