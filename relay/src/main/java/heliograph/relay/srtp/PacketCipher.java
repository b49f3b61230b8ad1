package heliograph.relay.srtp;

import java.security.GeneralSecurityException;

/**
 * Protects single packets of one direction and one protocol with session keys; knows no sequence. One thread at a time. Each
 * method returns the length of what it has written.
 */
interface PacketCipher {
    /** The most that protection adds, with SRTCP's index. */
    int OVERHEAD = 20;

    /** RFC 3711, section 3.1: the header stays readable. {@code index} is 2^16 * ROC + SEQ (section 3.3.1). */
    int protectRtp(byte[] in, int offset, int length, int header, long index, byte[] out)
            throws GeneralSecurityException;

    /** The opposite; fails if the packet is not authentic, and what it has written is worth nothing then. */
    int unprotectRtp(byte[] in, int offset, int length, int header, long index, byte[] out)
            throws GeneralSecurityException;

    /** RFC 3711, section 3.4, always encrypted. */
    int protectRtcp(byte[] in, int offset, int length, int index, byte[] out) throws GeneralSecurityException;

    /** The opposite; fails if the packet is not authentic or was not encrypted. */
    int unprotectRtcp(byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException;

    /** The SRTCP index of a protected packet that is long enough for one, not yet authenticated; with the E flag. */
    int rtcpIndexWord(byte[] in, int offset, int length);

    /** The least length of a protected RTCP packet. */
    int leastRtcp();
}
