package heliograph.relay.forward;

import heliograph.relay.Relay.Layer;
import heliograph.relay.ViewerStats;
import heliograph.relay.leg.Leg;
import heliograph.relay.rtcp.RtcpListener;
import heliograph.relay.rtcp.RtcpReader;
import heliograph.relay.rtcp.RtcpWriter;
import heliograph.relay.sdp.StreamFormat;
import heliograph.relay.sdp.StreamIds;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** What one viewer is sent, and what it says of it. On the thread of its worker, but for {@link #stats} and {@link #wanted}. */
final class Viewer {
    /** What a viewer tells. Called on the worker's thread. */
    interface Listener {
        /** It waits for a key frame of that layer. */
        void keyFrameWanted(Layer layer);

        /** It has its first picture of a full layer's session, or sound where that is all: of the first and of each that takes its place. */
        void plays();

        /** Even the half layer is too much. Once. */
        void tooWeak();
    }

    /** Each may ask for 17 packets. What a packet of a viewer's asks for beyond is not looked at. */
    private static final int MOST_NACKS = 64;

    private static final long TURN = TimeUnit.MILLISECONDS.toNanos(100);

    /** From one answer to what time it is with the viewer to the next. */
    private static final long ANSWERS_APART = TimeUnit.MILLISECONDS.toNanos(100);

    private final String id;
    private final Leg leg;
    private final NtpTime clock;
    private final Listener listener;
    private final @Nullable VideoStream video;
    private final @Nullable AudioForwarder audio;
    private final @Nullable SenderReports audioReports;
    /** What it last told that it has. */
    private @Nullable Source played;

    private long turnAt = Long.MIN_VALUE;
    private long answeredAt = Long.MIN_VALUE;
    private volatile ViewerStats stats;
    private volatile Layer wanted = Layer.FULL;
    private volatile SoundLoss soundLoss = SoundLoss.NONE;

    Viewer(
            String id,
            Leg leg,
            StreamIds ids,
            Optional<StreamFormat> videoFormat,
            Optional<StreamFormat> audioFormat,
            byte[] buffer,
            RtcpWriter writer,
            NtpTime clock,
            int random,
            Listener listener) {
        this.id = id;
        this.leg = leg;
        this.clock = clock;
        this.listener = listener;
        this.video = videoFormat
                .map(format -> {
                    OutgoingStream stream =
                            new OutgoingStream(leg, ids.video(), ids.retransmission(), format, random, buffer);
                    return new VideoStream(
                            stream, new SenderReports(leg, stream, ids.cname(), clock, writer), listener);
                })
                .orElse(null);
        OutgoingStream sound = audioFormat
                .map(format -> new OutgoingStream(leg, ids.audio(), 0, format, random * 31, buffer))
                .orElse(null);
        this.audio = sound == null ? null : new AudioForwarder(sound);
        this.audioReports = sound == null ? null : new SenderReports(leg, sound, ids.cname(), clock, writer);
        this.stats = new ViewerStats(id, Layer.FULL, 0, 0, 0, 0, 0, -1, Optional.empty());
    }

    void forward(SourcePacket packet, long now) {
        if (!packet.source.codec().isVideo()) {
            if (audio != null && audioReports != null) {
                audio.forward(packet, now);
                audioReports.send(now);
            }
        } else if (video != null) {
            video.forward(packet, now);
        }
        Source source = packet.source;
        if (source != played && source.layer() == Layer.FULL && hasAll(source)) {
            played = source;
            listener.plays();
        }
    }

    /** A picture of this source is out, or sound, where the viewer wants no picture or the studio sends none. */
    private boolean hasAll(Source source) {
        boolean isVideo = source.codec().isVideo();
        return (video == null || source.isAlone()) ? !isVideo && audio != null : isVideo && video.plays(source);
    }

    /** This packet comes too late to be sent. */
    void skip(SourcePacket packet) {
        if (video != null && packet.source.codec().isVideo()) {
            video.skip(packet);
        }
    }

    /** Packets got lost before they came here. */
    void skipAll() {
        if (video != null) {
            video.skipAll();
        }
    }

    /** Nothing more comes of this source. */
    void ended(Source source) {
        if (video != null) {
            video.ended(source);
        }
    }

    /** One compound packet of the viewer's. */
    void rtcp(byte[] packet, long now) {
        RtcpReader.read(packet, 0, packet.length, new RtcpListener() {
            private int nacks;

            @Override
            public void receptionReport(int ssrc, int fractionLost, int lost, int highest, int lastReport, long delay) {
                if (video != null && ssrc == video.ssrc()) {
                    video.reported(fractionLost / 256.0, lost, highest, roundTrip(lastReport, delay, now), now);
                } else if (audio != null && ssrc == audio.stream().ssrc()) {
                    soundLoss = new SoundLoss(fractionLost / 256.0, now);
                }
            }

            @Override
            public void nack(int ssrc, int sequence, int following) {
                if (video != null && ssrc == video.ssrc() && ++nacks <= MOST_NACKS) {
                    video.nack(sequence, following, now);
                }
            }

            @Override
            public void keyFrameRequest(int ssrc) {
                if (video != null && ssrc == video.ssrc()) {
                    video.keyFrameRequest(now);
                }
            }

            @Override
            public void referenceTime(int ssrc, long ntp) {
                if (video != null && (answeredAt == Long.MIN_VALUE || now - answeredAt >= ANSWERS_APART)) {
                    answeredAt = now;
                    video.referenceTime(ssrc, ntp);
                }
            }

            @Override
            public void maximumBitrate(long bitsPerSecond) {
                if (video != null) {
                    video.estimated(bitsPerSecond, now);
                }
            }
        });
    }

    /** RFC 3550, section 6.4.1; unknown where the report quotes none of ours. */
    private long roundTrip(int lastReport, long delay, long now) {
        if (lastReport == 0) {
            return LinkQuality.UNKNOWN;
        }
        int units = NtpTime.middle(clock.at(now)) - lastReport - (int) delay;
        long nanos = Ticks.toNanos(units, 1 << 16);
        return nanos < -TimeUnit.MILLISECONDS.toNanos(1) || nanos > TimeUnit.SECONDS.toNanos(10)
                ? LinkQuality.UNKNOWN
                : Math.max(0, nanos);
    }

    /** Does what is due. */
    void run(long now) {
        if (video != null) {
            video.run(now);
        }
        if (turnAt == Long.MIN_VALUE || now - turnAt >= 0) {
            turnAt = now + TURN;
            if (audioReports != null) {
                audioReports.send(now);
            }
            if (video != null) {
                video.turn(now);
                wanted = video.wanted();
            }
            stats = newStats();
        }
    }

    private ViewerStats newStats() {
        long bytes = audio == null ? 0 : audio.stream().bytes();
        return video == null
                ? new ViewerStats(id, Layer.FULL, 0, bytes, 0, 0, 0, -1, leg.remoteType())
                : video.stats(id, bytes, leg.remoteType());
    }

    /** When {@link #run} has something to do. */
    long due() {
        return video == null ? turnAt : Math.min(turnAt, video.due());
    }

    /** As of the last tenth of a second; any thread. */
    ViewerStats stats() {
        return stats;
    }

    /** As of its last report; any thread. */
    SoundLoss soundLoss() {
        return soundLoss;
    }

    /** The layer that it needs beside the full one, or that one; any thread. */
    Layer wanted() {
        return wanted;
    }
}
