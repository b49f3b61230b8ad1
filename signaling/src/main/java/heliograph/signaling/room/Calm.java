package heliograph.signaling.room;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * When one who has a picture may be handed over. A beginning takes time from everybody who shares a machine or a network with it, and
 * it is the two together that one sees; but who is direct and should not be costs an encode, and a crowd that keeps coming is not
 * waited for. On the room's thread.
 */
final class Calm {
    /** From the beginning of one viewer's picture to the next handover. */
    static final Duration AFTER = Duration.ofSeconds(4);

    /** For so long whoever could be handed over waits for that. */
    static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Sessions sessions;
    private @Nullable Instant waitingSince;

    Calm(Sessions sessions) {
        this.sessions = sessions;
    }

    /** There is nobody to hand over, or nowhere to. */
    void nobodyWaits() {
        waitingSince = null;
    }

    /** Somebody waits: whether one may be handed over now. */
    boolean suits(Instant now) {
        Instant since = waitingSince;
        // Not from a time to come either, as after the clock was set.
        if (since == null || since.isAfter(now)) {
            waitingSince = now;
            since = now;
        }
        return !now.isBefore(since.plus(PATIENCE))
                || sessions.all().stream().noneMatch(session -> begins(session, now));
    }

    /** Or is one of two, of which the newer begins. The relay says when a picture is there; of a direct one nobody does. */
    private boolean begins(Session session, Instant now) {
        boolean waits = session.path == MediaPath.RELAY && !session.plays;
        boolean recent = !session.began.isAfter(now) && now.isBefore(session.began.plus(AFTER));
        return waits || recent || sessions.of(session.viewer).size() > 1;
    }
}
