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

    /** Whoever comes is told what the others know. */
    void greet(Seat viewer) {
        if (!told.equals(NOTHING)) {
            viewer.member.send(told);
        }
    }

    void tick(List<Seat> viewers) {
        String title = announcement.title();
        Message.About now =
                new Message.About(title.isEmpty() ? null : title, announcement.tellsViewers() ? viewers.size() : null);
        if (!now.equals(told) && !clock.instant().isBefore(toldAt.plus(PAUSE))) {
            told = now;
            toldAt = clock.instant();
            viewers.forEach(viewer -> viewer.member.send(now));
        }
    }
}
