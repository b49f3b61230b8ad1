package heliograph.signaling.protocol;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One message of the signaling WebSocket, in either direction. Immutable; any thread. {@code docs/protocol.md} says who
 * may send which, and when.
 */
public sealed interface Message {

    /** First message of every socket: shows the token that login or the broadcaster's credential gave. */
    record Join(String token) implements Message {
        /** Leaves the token out: a token never reaches a log. */
        @Override
        public String toString() {
            return "Join[token=***]";
        }
    }

    /**
     * The server's welcome.
     *
     * @param id the member's id, made by the server
     * @param role what the token allows
     * @param name the account's or the invitation's name; of a broadcaster, what its credential says
     * @param iceServers what to hand to the peer connection, in the browser's form
     * @param expiresAt when the token runs out
     */
    record Joined(String id, Role role, String name, List<IceServer> iceServers, Instant expiresAt) implements Message {
        public Joined {
            iceServers = List.copyOf(iceServers);
        }
    }

    /**
     * To a viewer: a new token in the place of the one that it joined with, before that runs out.
     *
     * @param expiresAt when the new one runs out
     */
    record Token(String token, Instant expiresAt) implements Message {
        /** Leaves the token out: a token never reaches a log. */
        @Override
        public String toString() {
            return "Token[token=***, expiresAt=" + expiresAt + "]";
        }
    }

    /**
     * The ICE servers anew, before what came with {@link Joined} or the last of these runs out.
     *
     * @param iceServers what to hand to the peer connection, in the browser's form
     */
    record IceServers(List<IceServer> iceServers) implements Message {
        public IceServers {
            iceServers = List.copyOf(iceServers);
        }
    }

    /**
     * To a viewer: what is said of the broadcast, after {@link Joined} if it is anything, and at each change.
     *
     * @param title what the broadcaster calls it, for people; null: nothing
     * @param viewers how many there are; null where the broadcaster does not wish it to be known
     */
    record About(@Nullable String title, @Nullable Integer viewers) implements Message {}

    /** To a viewer, with every ping: the way is open. A page hears no pings, and must learn when to give a socket up. */
    record Alive() implements Message {}

    /**
     * On air. From the broadcaster without a session; to each viewer with the session in which it is to offer.
     *
     * <p>To a viewer that has this session already: it goes on, on this path. With another session beside one that plays: a
     * handover, from one path to the other.
     *
     * @param session the session's id; null from the broadcaster
     * @param path how the media comes, {@code direct} or {@code relay}; null from the broadcaster
     */
    record Live(@Nullable String session, @Nullable String path) implements Message {}

    /**
     * Off air. From the broadcaster when it stops; to viewers then, and when they join while nothing is sent.
     *
     * @param session to a viewer: the session that goes on all the same, in which the picture will come back; null: none does
     */
    record Offline(OfflineReason reason, @Nullable String session) implements Message {
        /** Every session is over. */
        public Offline(OfflineReason reason) {
            this(reason, null);
        }
    }

    /**
     * An SDP offer to receive: from a viewer for its session, passed on to whoever answers. Again: an ICE restart.
     *
     * @param layer to the broadcaster alone, of the relay's own sessions: what to encode for it; null for a viewer
     * @param idle to the broadcaster alone, true: connect, and encode nothing before {@link Resume}; null: send at once
     */
    record Offer(
            String session,
            String sdp,
            @Nullable Layer layer,
            @Nullable Boolean idle) implements Message {
        /** A viewer's. */
        public Offer(String session, String sdp) {
            this(session, sdp, null);
        }

        /** To be sent at once. */
        public Offer(String session, String sdp, @Nullable Layer layer) {
            this(session, sdp, layer, null);
        }
    }

    /** To the broadcaster: somebody needs what was offered as idle; it begins to send, with a key frame. */
    record Resume(String session) implements Message {}

    /** The SDP answer to a session's newest offer: from the broadcaster, passed on to the viewer. */
    record Answer(String session, String sdp) implements Message {}

    /**
     * One ICE candidate of a session, in the browser's form. An empty {@code candidate} says that there are no more.
     */
    record Candidate(
            String session,
            String candidate,
            @Nullable String sdpMid,
            @Nullable Integer sdpMLineIndex) implements Message {}

    /**
     * The end of one session, or, without one, of its sender's stay in the room. From a viewer: it needs this session no
     * longer. From the broadcaster: this session failed, or, with the reason {@code removed}, its viewer is put out of the
     * room. To the broadcaster: close this session's peer connection. To a viewer: this session is over; join again to watch.
     *
     * @param session the session; null from a viewer or a broadcaster that leaves the room
     * @param reason a stable word for logs and pages; null where none is needed
     */
    record Leave(@Nullable String session, @Nullable String reason) implements Message {}

    /**
     * Something was refused; {@code error} on the wire.
     *
     * @param code stable, for programs
     * @param message for people, in English
     */
    @WireName("error")
    record Refused(ErrorCode code, String message) implements Message {}
}
