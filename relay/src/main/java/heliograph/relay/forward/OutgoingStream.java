package heliograph.relay.forward;

import heliograph.relay.leg.Leg;
import heliograph.relay.rtp.HeaderExtensions;
import heliograph.relay.rtp.RtpHeader;
import heliograph.relay.rtp.Unwrapped;
import heliograph.relay.sdp.StreamFormat;
import heliograph.relay.sdp.StreamFormat.Payload;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Iterator;
import org.jspecify.annotations.Nullable;

/**
 * One stream to one viewer: numbers and time that go on whatever the source, and the same once more for what was lost. On the
 * thread of the viewer's worker.
 */
final class OutgoingStream {
    /** A packet with all its headers; the payload is no longer than what came in one. */
    static final int BUFFER = 2048;

    /** What can be asked for again is at most two seconds old; more changes of the source are not made in them. */
    private static final int MOST_SEGMENTS = 8;

    private final Leg leg;
    private final int ssrc;
    private final StreamFormat format;
    private final PacketWriter writer;
    private final Deque<Segment> segments = new ArrayDeque<>();
    private final int firstTicks;
    private int retransmissionSequence;
    private long lastSequence;
    private int lastTimestamp;
    private int lastPicture;
    private int lastLayerIndex;
    private long packets;
    private long octets;
    private long bytes;

    /**
     *
     * Takes all that it needs.
     *
     *
     *
     * @param first a random number, for where its counters begin
     *
     */
    OutgoingStream(Leg leg, int ssrc, int retransmissionSsrc, StreamFormat format, int first, byte[] buffer) {
        this.leg = leg;
        this.ssrc = ssrc;
        this.format = format;
        this.writer = new PacketWriter(
                ssrc,
                retransmissionSsrc,
                new HeaderExtensions(format.sendTimeId(), format.midId(), format.mid()),
                buffer);
        this.firstTicks = first;
        this.lastSequence = (1L << 16) + (first & 0x3fff);
        // Both begin far from the wrap: SRTP's rollover counter (RFC 3711, section 3.3.1) is the receiver's guess.
        this.retransmissionSequence = (first >>> 16) & 0x3fff;
    }

    int ssrc() {
        return ssrc;
    }

    boolean takes(Source source) {
        return format.payload(source.codec()) != null;
    }

    /** Whether packets of the current source can be sent again. */
    boolean repeats() {
        Source source = source();
        Payload payload = source == null ? null : format.payload(source.codec());
        return payload != null && payload.retransmission() >= 0;
    }

    /** Where packets are from now; null before the first. */
    @Nullable
    Source source() {
        Segment current = segments.peekLast();
        return current == null ? null : current.source();
    }

    /** Goes on with this packet, which is then to be sent. */
    void begin(SourcePacket first) {
        int ticks = firstTicks
                + (int) Ticks.ofNanos(
                        first.source.time().instant(first.time),
                        first.source.codec().clockRate());
        int pictures = 0;
        int layerIndices = 0;
        if (packets > 0) {
            int least = first.source.codec().clockRate() / 1000;
            if (ticks - lastTimestamp < least) {
                ticks = lastTimestamp + least;
            }
            pictures = lastPicture + 1 - first.pictureId;
            layerIndices = lastLayerIndex + 1 - first.layerIndex;
        }
        if (segments.size() == MOST_SEGMENTS) {
            segments.removeFirst();
        }
        segments.addLast(new Segment(
                first.source, first.index, lastSequence + 1, ticks - (int) first.time, pictures, layerIndices));
    }

    /** Sends a packet of the current source; one from before its beginning is left out. */
    boolean send(SourcePacket packet, long now) {
        Segment segment = segments.peekLast();
        Payload payload = format.payload(packet.source.codec());
        if (segment == null || payload == null || packet.index < segment.firstIndex()) {
            return false;
        }
        int length = writer.write(packet, segment, payload, now);
        long sequence = segment.sequence(packet);
        if (sequence > lastSequence) {
            lastSequence = sequence;
            lastTimestamp = segment.timestamp(packet);
            lastPicture = segment.pictureId(packet);
            lastLayerIndex = segment.layerIndex(packet);
        }
        packets++;
        octets += packet.payload.length;
        bytes += length;
        leg.sendRtp(writer.buffer(), 0, length);
        return true;
    }

    /**
     * Sends the packet that had this number once more.
     *
     * @return its length; 0 if it is gone, or the viewer knows no retransmissions
     */
    int resend(int number, long now) {
        return resendCounted(Unwrapped.nearest(lastSequence, number, 16), now);
    }

    /** Sends the packet that came so many before the last one once more. */
    int resendRecent(int before, long now) {
        return resendCounted(lastSequence - before, now);
    }

    private int resendCounted(long sequence, long now) {
        if (sequence > lastSequence) {
            return 0;
        }
        for (Iterator<Segment> newest = segments.descendingIterator(); newest.hasNext(); ) {
            Segment segment = newest.next();
            if (segment.firstSequence() <= sequence) {
                SourcePacket packet = segment.source().store().get(segment.index(sequence));
                return packet == null ? 0 : sendAgain(packet, segment, now);
            }
        }
        return 0;
    }

    private int sendAgain(SourcePacket packet, Segment segment, long now) {
        Payload payload = format.payload(packet.source.codec());
        // The same packet under the same number is not to be encrypted twice: the time of its sending in it is another.
        if (payload == null || payload.retransmission() < 0) {
            return 0;
        }
        retransmissionSequence++;
        int length = writer.writeAgain(packet, segment, payload, retransmissionSequence, now);
        bytes += length;
        leg.sendRtp(writer.buffer(), 0, length);
        return length - RtpHeader.FIXED_LENGTH;
    }

    /** RTP's time of the current source, counted on, as this viewer sees it. */
    int timestamp(long sourceTicks) {
        Segment segment = segments.peekLast();
        return (int) sourceTicks + (segment == null ? 0 : segment.ticks());
    }

    /** Sent first; the retransmissions are a stream of their own. */
    long packets() {
        return packets;
    }

    /** Payloads of those. */
    long octets() {
        return octets;
    }

    /** All, with RTP's headers. */
    long bytes() {
        return bytes;
    }
}
