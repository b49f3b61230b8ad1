package heliograph.signaling.room;

import heliograph.signaling.protocol.Message;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;

/** Tells the viewers what the broadcaster wants to be said of the broadcast. On the room's thread. */
final class Announcements {
    /** However many come and go meanwhile: each time costs a message to everybody. */
    static final Duration PAUSE = Duration.ofSeconds(1);

    private static final Message.About NOTHING = new Message.About(null, null);

    private final InstantSource clock;
    private Announcement announcement = Announcement.NONE;
    private Message.About told = NOTHING;
    private Instant toldAt = Instant.EPOCH;

    Announcements(InstantSource clock) {
        this.clock = clock;
    }

    void announce(Announcement now) {
        announcement = now;
    }

    /** Whoever comes is told how things are by now; it is one of these. */
    void greet(Seat viewer, List<Seat> viewers) {
        Message.About now = about(viewers);
        if (!now.equals(NOTHING)) {
            viewer.member.send(now);
        }
    }

    void tick(List<Seat> viewers) {
        Message.About now = about(viewers);
        Instant time = clock.instant();
        // Not told at a time to come either, as after the clock was set.
        boolean isDue = time.isBefore(toldAt) || !time.isBefore(toldAt.plus(PAUSE));
        if (!now.equals(told) && isDue) {
            told = now;
            toldAt = time;
            viewers.forEach(viewer -> viewer.member.send(now));
        }
    }

    private Message.About about(List<Seat> viewers) {
        String title = announcement.title();
        return new Message.About(title.isEmpty() ? null : title, announcement.tellsViewers() ? viewers.size() : null);
    }
}
