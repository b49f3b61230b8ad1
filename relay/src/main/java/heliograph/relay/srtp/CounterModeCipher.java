package heliograph.relay.srtp;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import javax.crypto.AEADBadTagException;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.IvParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/** AES128_CM_HMAC_SHA1_80 for SRTP and SRTCP (RFC 3711, sections 4.1.1 and 4.2.1). One thread at a time. */
final class CounterModeCipher implements PacketCipher {
    private static final int TAG = 10;
    private static final int RTCP_HEADER = 8;

    private final SecretKeySpec rtpKey;
    private final byte[] rtpSalt;
    private final Mac rtpMac;
    private final SecretKeySpec rtcpKey;
    private final byte[] rtcpSalt;
    private final Mac rtcpMac;
    private final Cipher cipher = Cipher.getInstance("AES/CTR/NoPadding");
    private final byte[] iv = new byte[16];
    private final byte[] word = new byte[4];
    private final byte[] tag = new byte[20];

    private CounterModeCipher(MasterKey master) throws GeneralSecurityException {
        rtpKey = new SecretKeySpec(KeyDerivation.derive(master, KeyDerivation.RTP_ENCRYPTION, 16), "AES");
        rtpSalt = KeyDerivation.derive(master, KeyDerivation.RTP_SALT, 14);
        rtpMac = mac(KeyDerivation.derive(master, KeyDerivation.RTP_AUTHENTICATION, 20));
        rtcpKey = new SecretKeySpec(KeyDerivation.derive(master, KeyDerivation.RTCP_ENCRYPTION, 16), "AES");
        rtcpSalt = KeyDerivation.derive(master, KeyDerivation.RTCP_SALT, 14);
        rtcpMac = mac(KeyDerivation.derive(master, KeyDerivation.RTCP_AUTHENTICATION, 20));
    }

    static CounterModeCipher of(MasterKey master) throws GeneralSecurityException {
        return new CounterModeCipher(master);
    }

    private static Mac mac(byte[] key) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(key, "HmacSHA1"));
        return mac;
    }

    @Override
    public int protectRtp(byte[] in, int offset, int length, int header, long index, byte[] out)
            throws GeneralSecurityException {
        System.arraycopy(in, offset, out, 0, header);
        crypt(rtpKey, rtpSalt, in, offset + 8, index, in, offset + header, length - header, out, header);
        ByteBuffer.wrap(word).putInt(0, (int) (index >>> 16));
        sign(rtpMac, out, 0, length);
        System.arraycopy(tag, 0, out, length, TAG);
        return length + TAG;
    }

    @Override
    public int unprotectRtp(byte[] in, int offset, int length, int header, long index, byte[] out)
            throws GeneralSecurityException {
        int end = length - TAG;
        if (end < header) {
            throw new AEADBadTagException("too short");
        }
        ByteBuffer.wrap(word).putInt(0, (int) (index >>> 16));
        sign(rtpMac, in, offset, end);
        compare(in, offset + end);
        System.arraycopy(in, offset, out, 0, header);
        crypt(rtpKey, rtpSalt, in, offset + 8, index, in, offset + header, end - header, out, header);
        return end;
    }

    @Override
    public int protectRtcp(byte[] in, int offset, int length, int index, byte[] out) throws GeneralSecurityException {
        System.arraycopy(in, offset, out, 0, RTCP_HEADER);
        crypt(
                rtcpKey,
                rtcpSalt,
                in,
                offset + 4,
                index,
                in,
                offset + RTCP_HEADER,
                length - RTCP_HEADER,
                out,
                RTCP_HEADER);
        ByteBuffer.wrap(word).putInt(0, index | 0x80000000);
        sign(rtcpMac, out, 0, length);
        System.arraycopy(word, 0, out, length, 4);
        System.arraycopy(tag, 0, out, length + 4, TAG);
        return length + 4 + TAG;
    }

    @Override
    public int unprotectRtcp(byte[] in, int offset, int length, byte[] out) throws GeneralSecurityException {
        int end = length - TAG - 4;
        int indexWord = rtcpIndexWord(in, offset, length);
        if (indexWord >= 0) {
            throw new AEADBadTagException("not encrypted");
        }
        ByteBuffer.wrap(word).putInt(0, indexWord);
        sign(rtcpMac, in, offset, end);
        compare(in, offset + end + 4);
        System.arraycopy(in, offset, out, 0, RTCP_HEADER);
        crypt(
                rtcpKey,
                rtcpSalt,
                in,
                offset + 4,
                indexWord & 0x7FFFFFFF,
                in,
                offset + RTCP_HEADER,
                end - RTCP_HEADER,
                out,
                RTCP_HEADER);
        return end;
    }

    /** IV = salt * 2^16 XOR SSRC * 2^64 XOR index * 2^16 (section 4.1.1). */
    private void crypt(
            SecretKeySpec key,
            byte[] salt,
            byte[] ssrc,
            int ssrcAt,
            long index,
            byte[] in,
            int offset,
            int length,
            byte[] out,
            int outOffset)
            throws GeneralSecurityException {
        System.arraycopy(salt, 0, iv, 0, salt.length);
        iv[14] = 0;
        iv[15] = 0;
        for (int i = 0; i < 4; i++) {
            iv[4 + i] ^= ssrc[ssrcAt + i];
        }
        for (int i = 0; i < 6; i++) {
            iv[8 + i] ^= (byte) (index >>> (40 - 8 * i));
        }
        cipher.init(Cipher.ENCRYPT_MODE, key, new IvParameterSpec(iv));
        cipher.doFinal(in, offset, length, out, outOffset);
    }

    /** Over the packet and the word: the rollover counter or SRTCP's index (sections 4.2, 3.4). */
    private void sign(Mac mac, byte[] in, int offset, int length) throws GeneralSecurityException {
        mac.update(in, offset, length);
        mac.update(word);
        mac.doFinal(tag, 0);
    }

    private void compare(byte[] in, int at) throws AEADBadTagException {
        int difference = 0;
        for (int i = 0; i < TAG; i++) {
            difference |= tag[i] ^ in[at + i];
        }
        if (difference != 0) {
            throw new AEADBadTagException("not authentic");
        }
    }

    @Override
    public int rtcpIndexWord(byte[] in, int offset, int length) {
        return ByteBuffer.wrap(in).getInt(offset + length - TAG - 4);
    }

    @Override
    public int leastRtcp() {
        return RTCP_HEADER + 4 + TAG;
    }
}
