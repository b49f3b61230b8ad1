package heliograph.relay.srtp;

import java.security.GeneralSecurityException;
import java.util.HashMap;
import java.util.Map;

/**
 * Reads what is received in one direction of a session: authentic packets, each once. One thread at a time. Of a source that
 * nothing authentic came from nothing is kept.
 */
public final class SrtpReceiver {
    /** A remote has a handful of sources; what goes beyond this is not heard, so that no remote can fill the memory. */
    private static final int SOURCES = 64;

    private final PacketCipher cipher;
    private final Map<Integer, ReplayWindow> rtp = new HashMap<>();
    private final Map<Integer, ReplayWindow> rtcp = new HashMap<>();

    public SrtpReceiver(ProtectionProfile profile, MasterKey master) throws GeneralSecurityException {
        this(Ciphers.of(profile, master));
    }

    SrtpReceiver(PacketCipher cipher) {
        this.cipher = cipher;
    }

    /** Writes the packet in the clear to the beginning of {@code out} and returns its length; -1, if it is refused. */
    public int unprotectRtp(byte[] in, int offset, int length, byte[] out) {
        int header = RtpHeader.length(in, offset, length);
        if (header < 0) {
            return -1;
        }
        int ssrc = RtpHeader.int32(in, offset + 8);
        ReplayWindow source = sourceOf(rtp, ssrc);
        long index = source.indexOf(RtpHeader.sequenceNumber(in, offset));
        if (!source.isFresh(index) || isTooMany(rtp, ssrc)) {
            return -1;
        }
        int read;
        try {
            read = cipher.unprotectRtp(in, offset, length, header, index, out);
        } catch (GeneralSecurityException forged) {
            return -1;
        }
        source.add(index);
        rtp.putIfAbsent(ssrc, source);
        return read;
    }

    /** Kept by whoever calls, once something authentic has come. */
    private static ReplayWindow sourceOf(Map<Integer, ReplayWindow> sources, int ssrc) {
        ReplayWindow known = sources.get(ssrc);
        return known == null ? new ReplayWindow() : known;
    }

    private static boolean isTooMany(Map<Integer, ReplayWindow> sources, int ssrc) {
        return sources.size() >= SOURCES && !sources.containsKey(ssrc);
    }

    /** As {@link #unprotectRtp}. */
    public int unprotectRtcp(byte[] in, int offset, int length, byte[] out) {
        if (length < cipher.leastRtcp() || (in[offset] & 0xC0) != 0x80) {
            return -1;
        }
        int ssrc = RtpHeader.int32(in, offset + 4);
        ReplayWindow source = sourceOf(rtcp, ssrc);
        int index = cipher.rtcpIndexWord(in, offset, length) & 0x7FFFFFFF;
        if (!source.isFresh(index) || isTooMany(rtcp, ssrc)) {
            return -1;
        }
        int read;
        try {
            read = cipher.unprotectRtcp(in, offset, length, out);
        } catch (GeneralSecurityException forged) {
            return -1;
        }
        source.add(index);
        rtcp.putIfAbsent(ssrc, source);
        return read;
    }
}
