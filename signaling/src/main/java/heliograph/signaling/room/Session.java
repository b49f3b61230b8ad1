package heliograph.signaling.room;

import heliograph.signaling.protocol.Message;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One peer connection between a viewer and whoever serves it. On the room's thread. */
final class Session {
    /** More than a browser has to say before its answer; whoever says more is heard without the rest. */
    private static final int MOST_KEPT = 64;

    final String id;
    final Seat viewer;
    final Instant opened;

    /** When its picture did, or may have done; until then, when it was opened. */
    Instant began;

    /** Changes once at most, before the first answer: from the relay, which cannot serve the offer, to direct. */
    MediaPath path;

    /** Whoever serves it has heard of it. */
    boolean announced;

    /** When the first offer came. */
    @Nullable
    Instant offeredAt;

    /** An offer waits for its answer. */
    boolean offered;

    /** There has been an answer. */
    boolean answered;

    /** The relay says that its media flows. */
    boolean plays;

    /** Why the relay is not for it; null: nobody has said so. Such a session ends as soon as the viewer has another. */
    @Nullable
    String turnedAway;

    private final List<Message> unanswered = new ArrayList<>();

    Session(String id, Seat viewer, MediaPath path, Instant opened) {
        this.id = id;
        this.viewer = viewer;
        this.path = path;
        this.opened = opened;
        this.began = opened;
    }

    /** The relay may not be able to answer: then another is to hear all of it. */
    void keep(Message message) {
        if (path == MediaPath.RELAY && !answered && unanswered.size() < MOST_KEPT) {
            unanswered.add(message);
        }
    }

    /** What was said before the first answer; it is forgotten then. */
    List<Message> unanswered() {
        List<Message> kept = List.copyOf(unanswered);
        unanswered.clear();
        return kept;
    }
}
