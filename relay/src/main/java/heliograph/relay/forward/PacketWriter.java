package heliograph.relay.forward;

import heliograph.relay.rtp.HeaderExtensions;
import heliograph.relay.rtp.NetworkOrder;
import heliograph.relay.rtp.RtpHeader;
import heliograph.relay.rtp.Vp8Descriptor;
import heliograph.relay.sdp.StreamFormat.Payload;

/** Writes a source's packets as one viewer is to get them, all into the buffer of its worker. On the worker's thread. */
final class PacketWriter {
    private final int ssrc;
    private final int retransmissionSsrc;
    private final HeaderExtensions extensions;
    private final byte[] buffer;

    PacketWriter(int ssrc, int retransmissionSsrc, HeaderExtensions extensions, byte[] buffer) {
        this.ssrc = ssrc;
        this.retransmissionSsrc = retransmissionSsrc;
        this.extensions = extensions;
        this.buffer = buffer;
    }

    byte[] buffer() {
        return buffer;
    }

    /** The packet; its length is given back. */
    int write(SourcePacket packet, Segment segment, Payload payload, long now) {
        int sequence = (int) segment.sequence(packet);
        int at = RtpHeader.write(buffer, packet.marker, payload.type(), sequence, segment.timestamp(packet), ssrc);
        return body(packet, segment, extensions.write(buffer, at, now));
    }

    /** The same once more, as RFC 4588, section 4, wants it, under a sequence number of that stream's own. */
    int writeAgain(SourcePacket packet, Segment segment, Payload payload, int sequence, long now) {
        int type = payload.retransmission();
        int at = RtpHeader.write(buffer, packet.marker, type, sequence, segment.timestamp(packet), retransmissionSsrc);
        at = extensions.write(buffer, at, now);
        NetworkOrder.put16(buffer, at, (int) segment.sequence(packet));
        return body(packet, segment, at + 2);
    }

    private int body(SourcePacket packet, Segment segment, int at) {
        int length = packet.payload.length;
        if (length == 0) {
            // What was padding alone stays that (RFC 3550, section 5.1): its number must not be missing.
            buffer[0] |= 0x20;
            buffer[at] = 1;
            return at + 1;
        }
        System.arraycopy(packet.payload, 0, buffer, at, length);
        if (packet.pictureIdAt != Vp8Descriptor.NONE) {
            int id = segment.pictureId(packet);
            if (packet.widePictureId) {
                NetworkOrder.put16(buffer, at + packet.pictureIdAt, id | 0x8000);
            } else {
                NetworkOrder.put8(buffer, at + packet.pictureIdAt, id);
            }
        }
        if (packet.layerIndexAt != Vp8Descriptor.NONE) {
            NetworkOrder.put8(buffer, at + packet.layerIndexAt, segment.layerIndex(packet));
        }
        return at + length;
    }
}
