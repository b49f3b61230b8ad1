package heliograph.relay.srtp;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Protects what is sent in one direction of a session. One thread at a time; no allocation a packet but the cipher's own.
 *
 * <p>No index is ever used twice, which would give the key of GCM away (RFC 7714, section 8.4), and the state of no source is
 * ever forgotten, which would come to the same: a packet that would need it is refused.
 */
public final class SrtpSender {
    private static final int SOURCES = 64;

    private final PacketCipher cipher;
    private final Map<Integer, ReplayWindow> rtp = new HashMap<>();
    private int rtcpIndex;

    public SrtpSender(ProtectionProfile profile, MasterKey master) throws GeneralSecurityException {
        this(Ciphers.of(profile, master));
    }

    SrtpSender(PacketCipher cipher) {
        this.cipher = cipher;
    }

    /** The length that a buffer for a packet of this length must have. */
    public static int room(int length) {
        return length + PacketCipher.OVERHEAD;
    }

    /** Writes the protected packet to the beginning of {@code out} and returns its length; -1, if it is refused. */
    public int protectRtp(byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        int header = RtpHeader.length(in, offset, length);
        if (header < 0) {
            return -1;
        }
        ReplayWindow source = source(RtpHeader.int32(in, offset + 8));
        if (source == null) {
            return -1;
        }
        long index = source.indexOf(RtpHeader.sequenceNumber(in, offset));
        if (!source.isFresh(index)) {
            return -1;
        }
        source.add(index);
        return cipher.protectRtp(in, offset, length, header, index, out);
    }

    private @Nullable ReplayWindow source(int ssrc) {
        ReplayWindow known = rtp.get(ssrc);
        if (known == null && rtp.size() < SOURCES) {
            known = new ReplayWindow();
            rtp.put(ssrc, known);
        }
        return known;
    }

    /** As {@link #protectRtp}. All sources share one index, which is as good as one each, and never forgotten. */
    public int protectRtcp(byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        if (length < 8 || (in[offset] & 0xC0) != 0x80 || rtcpIndex == Integer.MAX_VALUE) {
            return -1;
        }
        rtcpIndex++;
        return cipher.protectRtcp(in, offset, length, rtcpIndex, out);
    }
}
