package heliograph.relay.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AEAD_AES_128_GCM for SRTP and SRTCP (RFC 7714). One thread at a time. */
final class GcmCipher implements PacketCipher {
    private static final int TAG = 16;
    private static final int RTCP_HEADER = 8;

    private final SecretKeySpec rtpKey;
    private final byte[] rtpSalt;
    private final SecretKeySpec rtcpKey;
    private final byte[] rtcpSalt;
    private final Cipher cipher;
    private final byte[] iv = new byte[12];
    private final byte[] indexWord = new byte[4];

    GcmCipher(byte[] rtpKey, byte[] rtpSalt, byte[] rtcpKey, byte[] rtcpSalt) throws GeneralSecurityException {
        this.rtpKey = new SecretKeySpec(rtpKey, "AES");
        this.rtpSalt = rtpSalt;
        this.rtcpKey = new SecretKeySpec(rtcpKey, "AES");
        this.rtcpSalt = rtcpSalt;
        cipher = Cipher.getInstance("AES/GCM/NoPadding");
    }

    static GcmCipher of(MasterKey master) throws GeneralSecurityException {
        return new GcmCipher(
                KeyDerivation.derive(master, KeyDerivation.RTP_ENCRYPTION, 16),
                KeyDerivation.derive(master, KeyDerivation.RTP_SALT, 12),
                KeyDerivation.derive(master, KeyDerivation.RTCP_ENCRYPTION, 16),
                KeyDerivation.derive(master, KeyDerivation.RTCP_SALT, 12));
    }

    @Override
    public int protectRtp(byte[] in, int offset, int length, int header, long index, byte[] out)
            throws GeneralSecurityException {
        System.arraycopy(in, offset, out, 0, header);
        beginRtp(Cipher.ENCRYPT_MODE, in, offset, header, index);
        return header + cipher.doFinal(in, offset + header, length - header, out, header);
    }

    @Override
    public int unprotectRtp(byte[] in, int offset, int length, int header, long index, byte[] out)
            throws GeneralSecurityException {
        System.arraycopy(in, offset, out, 0, header);
        beginRtp(Cipher.DECRYPT_MODE, in, offset, header, index);
        return header + cipher.doFinal(in, offset + header, length - header, out, header);
    }

    /** RFC 7714, section 8.1: two zero bytes, SSRC, ROC and SEQ, under the salt. */
    private void beginRtp(int mode, byte[] in, int offset, int header, long index) throws GeneralSecurityException {
        iv[0] = rtpSalt[0];
        iv[1] = rtpSalt[1];
        for (int i = 0; i < 4; i++) {
            iv[2 + i] = (byte) (rtpSalt[2 + i] ^ in[offset + 8 + i]);
        }
        for (int i = 0; i < 6; i++) {
            iv[6 + i] = (byte) (rtpSalt[6 + i] ^ (index >>> (40 - 8 * i)));
        }
        cipher.init(mode, rtpKey, new GCMParameterSpec(8 * TAG, iv));
        cipher.updateAAD(in, offset, header);
    }

    @Override
    public int protectRtcp(byte[] in, int offset, int length, int index, byte[] out) throws GeneralSecurityException {
        System.arraycopy(in, offset, out, 0, RTCP_HEADER);
        beginRtcp(Cipher.ENCRYPT_MODE, in, offset, index | 0x80000000);
        int end = RTCP_HEADER + cipher.doFinal(in, offset + RTCP_HEADER, length - RTCP_HEADER, out, RTCP_HEADER);
        System.arraycopy(indexWord, 0, out, end, 4);
        return end + 4;
    }

    @Override
    public int unprotectRtcp(byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        System.arraycopy(in, offset, out, 0, RTCP_HEADER);
        beginRtcp(Cipher.DECRYPT_MODE, in, offset, rtcpIndexWord(in, offset, length));
        return RTCP_HEADER + cipher.doFinal(in, offset + RTCP_HEADER, length - RTCP_HEADER - 4, out, RTCP_HEADER);
    }

    /** RFC 7714, section 9.1; the first word's header and the index word are authenticated (section 9.2). */
    private void beginRtcp(int mode, byte[] in, int offset, int word) throws GeneralSecurityException {
        ByteBuffer.wrap(indexWord).putInt(0, word);
        System.arraycopy(rtcpSalt, 0, iv, 0, iv.length);
        for (int i = 0; i < 4; i++) {
            iv[2 + i] ^= in[offset + 4 + i];
            iv[8 + i] ^= i == 0 ? (byte) (indexWord[0] & 0x7F) : indexWord[i];
        }
        cipher.init(mode, rtcpKey, new GCMParameterSpec(8 * TAG, iv));
        cipher.updateAAD(in, offset, RTCP_HEADER);
        cipher.updateAAD(indexWord);
    }

    @Override
    public int rtcpIndexWord(byte[] in, int offset, int length) {
        return ByteBuffer.wrap(in).getInt(offset + length - 4);
    }

    @Override
    public int leastRtcp() {
        return RTCP_HEADER + TAG + 4;
    }
}
