package heliograph.relay.forward;

import heliograph.relay.rtcp.RtcpWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.function.DoubleSupplier;
import org.jspecify.annotations.Nullable;

/**
 * Tells the studio how its packets come, and that there is room for more than it sends: every 200 ms, so that libwebrtc has its full
 * rate from the first second on. Of sound it tells what viewers lose, since libwebrtc puts error correction (RFC 6716, section 2.1.7) only into
 * what is said to get lost. Thread {@code relay-control}.
 */
final class UpstreamFeedback {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(200);
    /** Ours as a receiver; it sends nothing else. */
    private static final int SENDER = 1;

    private static final String CNAME = "heliograph";

    private final UpstreamSession session;
    private final UpstreamRoom room;
    private final DoubleSupplier soundLoss;
    private final RtcpWriter writer = new RtcpWriter();
    private boolean reported;
    private long reportedAt;

    /**
     * Takes all that it needs.
     *
     * @param soundLoss the share of the sound that viewers lose, 0 to 1
     */
    UpstreamFeedback(UpstreamSession session, UpstreamRoom room, DoubleSupplier soundLoss) {
        this.session = session;
        this.room = room;
        this.soundLoss = soundLoss;
    }

    /** Sends what is due. */
    void send(long now) {
        TrackIntake video = session.video();
        if (!session.isConnected()) {
            return;
        }
        boolean report = !reported || now - reportedAt >= INTERVAL;
        if (video != null && video.reception().takeGivenUp()) {
            session.keyFrames().wish();
        }
        boolean keyFrame = video != null && session.keyFrames().isDue(now);
        boolean nack = video != null && video.reception().misses(now);
        if (!report && !keyFrame && !nack) {
            return;
        }
        // RFC 3550, section 6.1: a compound packet begins with a report, and has a canonical name.
        writer.begin().receiverReport(SENDER);
        if (report) {
            reported = true;
            reportedAt = now;
            tracks().forEach(track -> track.reception().report(writer, loss(track), now));
        }
        writer.canonicalName(SENDER, CNAME);
        if (video != null) {
            if (report) {
                long sent = video.source().bitrate().bitsPerSecond();
                writer.maximumBitrate(SENDER, room.of(sent, now), video.ssrc());
            }
            if (keyFrame) {
                writer.pictureLoss(SENDER, video.ssrc());
            }
            if (nack) {
                video.reception().request(writer, SENDER, now);
            }
        }
        session.leg().sendRtcp(writer.bytes(), 0, writer.length());
    }

    private double loss(TrackIntake track) {
        return track.source().codec().isVideo() ? 0 : soundLoss.getAsDouble();
    }

    private List<TrackIntake> tracks() {
        List<TrackIntake> tracks = new ArrayList<>();
        for (@Nullable TrackIntake track : new @Nullable TrackIntake[] {session.video(), session.audio()}) {
            if (track != null && track.reception().begun()) {
                tracks.add(track);
            }
        }
        return tracks;
    }
}
