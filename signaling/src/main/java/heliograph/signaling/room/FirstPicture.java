package heliograph.signaling.room;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How long the relay's first picture may take, and who is to blame where it takes longer. Any thread. */
enum FirstPicture {
    /** There is one, or there is still time. */
    IN_TIME,
    /** The relay brings pictures, but not to this viewer, or the viewer has not even asked. */
    VIEWER_IS_LATE,
    /** The relay itself has brought nobody a picture yet: that says nothing of the viewer. */
    UPSTREAM_IS_LATE;

    /** From the offer to the picture, once the relay has shown that it brings any. */
    static final Duration LIMIT = Duration.ofMillis(2500);

    /** From the offer to the picture in any case, and from the session's beginning to the offer: an encoder and its connection may begin cold. */
    static final Duration COLD_LIMIT = Duration.ofSeconds(8);

    /** In the place of both for who cannot be handed over and would lose its session: as long as the relay waits until it is reached. */
    static final Duration ALONE_LIMIT = Duration.ofSeconds(15);

    /** {@code provenAt}: since when the relay's present upstream has been seen to bring pictures; null, not yet. */
    static FirstPicture of(Session session, @Nullable Instant provenAt, Instant now) {
        if (session.plays) {
            return IN_TIME;
        }
        boolean follows = session.viewer.member.followsHandovers();
        Duration cold = follows ? COLD_LIMIT : ALONE_LIMIT;
        Instant offered = session.offeredAt;
        if (offered == null) {
            return now.isBefore(session.opened.plus(cold)) ? IN_TIME : VIEWER_IS_LATE;
        }
        if (provenAt == null) {
            return now.isBefore(offered.plus(cold)) ? IN_TIME : UPSTREAM_IS_LATE;
        }
        Instant from = provenAt.isAfter(offered) ? provenAt : offered;
        return now.isBefore(from.plus(follows ? LIMIT : ALONE_LIMIT)) ? IN_TIME : VIEWER_IS_LATE;
    }
}
