package heliograph.relay.forward;

import heliograph.relay.rtp.Codec;
import heliograph.relay.rtp.H264Payload;
import heliograph.relay.rtp.RtpHeader;
import heliograph.relay.rtp.Unwrapped;
import heliograph.relay.rtp.Vp8Descriptor;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Takes the packets of one stream of the studio in. On the thread that reads the upstream's socket. */
final class TrackIntake {
    private final Source source;
    private final int ssrc;
    private final Reception reception;
    private final Unwrapped times = new Unwrapped(32);
    private final Vp8Descriptor descriptor = new Vp8Descriptor();
    private long keyFrameTime = -1;

    TrackIntake(Source source, int ssrc) {
        this.source = source;
        this.ssrc = ssrc;
        this.reception = new Reception(ssrc, source.codec());
    }

    Source source() {
        return source;
    }

    int ssrc() {
        return ssrc;
    }

    Reception reception() {
        return reception;
    }

    /** The packet, kept for retransmissions; null for one that came already or makes no sense. */
    @Nullable
    SourcePacket take(RtpHeader header, byte[] buffer, int length, long now) {
        long index = reception.received(header.sequence(), header.timestamp(), now);
        if (index < 0 || source.store().get(index) != null) {
            return null;
        }
        long time = times.next(header.timestamp());
        int at = header.payloadOffset();
        boolean keyFrame = false;
        boolean described = false;
        if (header.payloadLength() > 0 && source.codec() == Codec.VP8) {
            described = descriptor.read(buffer, at, header.payloadLength());
            keyFrame = described && descriptor.keyFrameStart();
        } else if (source.codec() == Codec.H264) {
            keyFrame = H264Payload.keyFrameStart(buffer, at, header.payloadLength());
        }
        // Of the packets of one picture that say so the first is where it begins.
        boolean start = keyFrame && time != keyFrameTime;
        if (start) {
            keyFrameTime = time;
            reception.keyFrame(index);
        }
        source.time().arrived(time, now);
        source.bitrate().add(length, now);
        SourcePacket packet = new SourcePacket(
                source,
                index,
                time,
                header.marker(),
                start,
                time == keyFrameTime,
                now,
                Arrays.copyOfRange(buffer, at, at + header.payloadLength()),
                described ? descriptor : null);
        source.store().put(packet);
        return packet;
    }

    /** A sender report says that this time was at that instant. */
    void reported(int timestamp, long ntp, long instant, long now) {
        reception.reported(ntp, now);
        if (times.begun()) {
            source.time().reported(times.of(timestamp), instant);
        }
    }
}
