package heliograph.relay.forward;

import heliograph.relay.Relay.Layer;
import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegEnd;
import heliograph.relay.leg.LegObserver;
import heliograph.relay.leg.Legs;
import heliograph.relay.rtcp.RtcpListener;
import heliograph.relay.rtcp.RtcpReader;
import heliograph.relay.rtp.Codec;
import heliograph.relay.rtp.RtpHeader;
import heliograph.relay.sdp.UpstreamAnswer;
import heliograph.relay.sdp.UpstreamOffer;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * One session with the studio, that brings one layer's video and, with the full one, sound. Its observer's part lives on the thread
 * that reads the upstream's socket; it hands packets over from there.
 */
final class UpstreamSession implements LegObserver, AutoCloseable {
    /** What a session tells. Called on the thread that reads the socket. */
    interface Listener {
        void connected(UpstreamSession session);

        void packet(SourcePacket packet);

        /** Packets are missing: to be asked for at once. */
        void lost(UpstreamSession session);

        void ended(UpstreamSession session, LegEnd reason);
    }

    /** More than any network carries in a packet. */
    private static final int LONGEST_PACKET = 1500;

    private static final long CLOCK_WINDOW = TimeUnit.SECONDS.toNanos(10);
    private static final AtomicLong GENERATIONS = new AtomicLong();

    private final Layer layer;
    private final Listener listener;
    private final Leg leg;
    private final RtpHeader header = new RtpHeader();
    private final LowestRecently studioClock = new LowestRecently(CLOCK_WINDOW);
    private final KeyFrameWish keyFrames = new KeyFrameWish();
    private volatile @Nullable TrackIntake video;
    private volatile @Nullable TrackIntake audio;
    private volatile boolean connected;
    private volatile boolean answered;
    private volatile boolean soundAlone;

    UpstreamSession(Layer layer, Legs legs, Listener listener) {
        this.layer = layer;
        this.listener = listener;
        this.leg = legs.open(this);
    }

    Layer layer() {
        return layer;
    }

    Leg leg() {
        return leg;
    }

    boolean isConnected() {
        return connected;
    }

    /** The studio has answered; its answer is what the session is connected by. Any thread. */
    void answered(UpstreamAnswer answer) {
        soundAlone = answer.video().isEmpty();
        answered = true;
        leg.connect(answer.transport());
        answer.candidates().forEach(leg::remoteCandidate);
    }

    boolean isAnswered() {
        return answered;
    }

    KeyFrameWish keyFrames() {
        return keyFrames;
    }

    @Nullable
    TrackIntake video() {
        return video;
    }

    @Nullable
    TrackIntake audio() {
        return audio;
    }

    @Override
    public void connected() {
        connected = true;
        listener.connected(this);
    }

    @Override
    public void rtp(byte[] buffer, int offset, int length, long arrivedAt) {
        if (length > LONGEST_PACKET || !header.read(buffer, offset, length)) {
            return;
        }
        Codec codec = UpstreamOffer.codec(header.payloadType());
        if (codec == null || (codec == Codec.OPUS && layer != Layer.FULL)) {
            return;
        }
        TrackIntake track = intake(codec);
        SourcePacket packet = track.take(header, buffer, length, arrivedAt);
        if (packet == null) {
            return;
        }
        if (packet.keyFrameStart) {
            keyFrames.came();
        }
        listener.packet(packet);
        if (track.reception().takeNews()) {
            listener.lost(this);
        }
    }

    /** Another SSRC or codec is another stream. */
    private TrackIntake intake(Codec codec) {
        TrackIntake track = codec.isVideo() ? video : audio;
        if (track == null || track.ssrc() != header.ssrc() || track.source().codec() != codec) {
            track = new TrackIntake(
                    new Source(GENERATIONS.incrementAndGet(), layer, codec, soundAlone && codec == Codec.OPUS),
                    header.ssrc());
            if (codec.isVideo()) {
                video = track;
            } else {
                audio = track;
            }
        }
        return track;
    }

    @Override
    public void rtcp(byte[] buffer, int offset, int length, long arrivedAt) {
        RtcpReader.read(buffer, offset, length, new RtcpListener() {
            @Override
            public void senderReport(int ssrc, long ntp, int timestamp) {
                // What the studio's clock says against ours, by the quickest of its reports.
                long sent = NtpTime.toNanos(ntp);
                long instant = sent + studioClock.add(arrivedAt - sent, arrivedAt);
                for (@Nullable TrackIntake track : new @Nullable TrackIntake[] {video, audio}) {
                    if (track != null && track.ssrc() == ssrc) {
                        track.reported(timestamp, ntp, instant, arrivedAt);
                    }
                }
            }
        });
    }

    @Override
    public void ended(LegEnd reason) {
        connected = false;
        listener.ended(this, reason);
    }

    @Override
    public void close() {
        connected = false;
        leg.close();
    }
}
