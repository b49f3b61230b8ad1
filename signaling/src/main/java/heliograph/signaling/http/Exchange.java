package heliograph.signaling.http;

import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** One offer, its answer and the candidates of both, for which a request of the player's waits. On the room's thread. */
final class Exchange {
    /** The offer; its candidates are said besides. */
    final String offer;

    /** What the player will be told. */
    final CompletableFuture<Negotiated> told = new CompletableFuture<>();

    /** The player's candidates that are not in the offer. */
    final List<Message.Candidate> theirs;

    private final boolean restart;
    private final List<Message.Candidate> ours = new ArrayList<>();
    private @Nullable String answer;
    private String etag = "";
    private boolean complete;

    private Exchange(String offer, List<Message.Candidate> theirs, boolean restart) {
        this.offer = offer;
        this.theirs = List.copyOf(theirs);
        this.restart = restart;
    }

    /** The one that makes the session. */
    static Exchange first(String offer) {
        return new Exchange(offer, List.of(), false);
    }

    /** One that makes another ICE session of it. */
    static Exchange restart(String offer, List<Message.Candidate> theirs) {
        return new Exchange(offer, theirs, true);
    }

    boolean isAnswered() {
        return answer != null;
    }

    /** Nothing more is waited for. */
    boolean isComplete() {
        return complete;
    }

    /** {@code tag} is the new ICE session's entity-tag. */
    void answered(String sdp, String tag) {
        answer = sdp;
        etag = tag;
    }

    /** One of the broadcaster's; an empty one is the last, and means this exchange when that has been answered. */
    void found(Message.Candidate candidate) {
        if (!candidate.candidate().isEmpty()) {
            ours.add(candidate);
        } else {
            complete |= isAnswered();
        }
    }

    /** Tells the player what there is; the first time only. */
    void tell(List<IceServer> iceServers) {
        if (!told.isDone()) {
            String description = description();
            told.complete(new Negotiated(etag, restart ? SdpIce.fragment(description) : description, iceServers));
        }
    }

    /** The answer with the candidates that came for it; late ones of an ICE session before are left out. */
    private String description() {
        String sdp = answer == null ? "" : answer;
        String ufrag = SdpIce.credentials(sdp).ufrag();
        List<Message.Candidate> own = ours.stream()
                .filter(candidate -> SdpIce.isOf(candidate.candidate(), ufrag))
                .toList();
        return SdpIce.withExclusiveMux(Sdp.merge(sdp, own, complete), offer);
    }
}
