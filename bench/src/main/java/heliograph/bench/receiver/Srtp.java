package heliograph.bench.receiver;

import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntFunction;
import org.bouncycastle.tls.SRTPProtectionProfile;
import org.jitsi.srtp.SrtcpCryptoContext;
import org.jitsi.srtp.SrtpContextFactory;
import org.jitsi.srtp.SrtpCryptoContext;
import org.jitsi.srtp.SrtpErrorStatus;
import org.jitsi.srtp.SrtpPolicy;
import org.jitsi.srtp.crypto.Aes;
import org.jitsi.utils.logging2.LoggerImpl;

/** One receiver's SRTP (RFC 3711) and SRTCP under the keys of its DTLS handshake (RFC 5764, section 4.2). Lives on the thread {@code receivers}. */
final class Srtp {
    private static final int KEY = 16;

    static {
        // Bouncy Castle's is many times slower, and what is looked for by measuring takes its time.
        Aes.setFactoryClassName("org.jitsi.srtp.crypto.Aes$SunJCECipherFactory");
    }

    private final SrtpContextFactory sending;
    private final SrtpContextFactory receiving;
    private final Map<Integer, SrtpCryptoContext> rtp = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> rtcpIn = new HashMap<>();
    private final Map<Integer, SrtcpCryptoContext> rtcpOut = new HashMap<>();

    private Srtp(SrtpContextFactory sending, SrtpContextFactory receiving) {
        this.sending = sending;
        this.receiving = receiving;
    }

    /**
     * From what DTLS exports.
     *
     * @param profile the protection profile agreed on
     * @param exporter gives so many bytes of keying material
     * @param client whether the receiver was DTLS's client
     */
    static Srtp of(int profile, IntFunction<byte[]> exporter, boolean client) {
        boolean gcm = profile == SRTPProtectionProfile.SRTP_AEAD_AES_128_GCM;
        int salt = gcm ? 12 : 14;
        byte[] material = exporter.apply(2 * (KEY + salt));
        byte[] clientKey = Arrays.copyOfRange(material, 0, KEY);
        byte[] serverKey = Arrays.copyOfRange(material, KEY, 2 * KEY);
        byte[] clientSalt = Arrays.copyOfRange(material, 2 * KEY, 2 * KEY + salt);
        byte[] serverSalt = Arrays.copyOfRange(material, 2 * KEY + salt, 2 * (KEY + salt));
        SrtpContextFactory ofClient = factory(client, clientKey, clientSalt, gcm);
        SrtpContextFactory ofServer = factory(!client, serverKey, serverSalt, gcm);
        return client ? new Srtp(ofClient, ofServer) : new Srtp(ofServer, ofClient);
    }

    private static SrtpContextFactory factory(boolean sender, byte[] key, byte[] salt, boolean gcm) {
        return new SrtpContextFactory(sender, key, salt, policy(gcm), policy(gcm), new LoggerImpl("srtp"));
    }

    private static SrtpPolicy policy(boolean gcm) {
        return gcm
                ? new SrtpPolicy(SrtpPolicy.AESGCM_ENCRYPTION, KEY, SrtpPolicy.NULL_AUTHENTICATION, 0, 16, 12)
                : new SrtpPolicy(SrtpPolicy.AESCM_ENCRYPTION, KEY, SrtpPolicy.HMACSHA1_AUTHENTICATION, 20, 10, 14);
    }

    /** Takes the protection off an RTP packet; false if it is not genuine, or came before. */
    boolean unprotectRtp(Packet packet, int ssrc) {
        try {
            SrtpCryptoContext context = rtp.get(ssrc);
            if (context == null) {
                context = receiving.deriveContext(ssrc, 0);
                rtp.put(ssrc, context);
            }
            return context.reverseTransformPacket(packet, false) == SrtpErrorStatus.OK;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Takes the protection off an RTCP packet; false if it is not genuine, or came before. */
    boolean unprotectRtcp(Packet packet, int ssrc) {
        try {
            return control(rtcpIn, receiving, ssrc).reverseTransformPacket(packet) == SrtpErrorStatus.OK;
        } catch (GeneralSecurityException e) {
            return false;
        }
    }

    /** Protects a compound RTCP packet. */
    byte[] protectRtcp(byte[] compound, int ssrc) {
        try {
            Packet packet = Packet.of(compound);
            control(rtcpOut, sending, ssrc).transformPacket(packet);
            return packet.bytes();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("cannot protect RTCP", e);
        }
    }

    private static SrtcpCryptoContext control(
            Map<Integer, SrtcpCryptoContext> contexts, SrtpContextFactory factory, int ssrc)
            throws GeneralSecurityException {
        SrtcpCryptoContext context = contexts.get(ssrc);
        if (context == null) {
            context = factory.deriveControlContext(ssrc);
            contexts.put(ssrc, context);
        }
        return context;
    }
}
