package heliograph.bench.receiver;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Arrays;
import java.util.zip.CRC32;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** The STUN messages (RFC 8489) of a controlling ICE agent (RFC 8445) that checks and is checked. Stateless; any thread. */
final class StunMessage {
    static final int BINDING_REQUEST = 0x0001;
    static final int BINDING_SUCCESS = 0x0101;
    static final int TRANSACTION_BYTES = 12;

    private static final int COOKIE = 0x2112A442;
    private static final int HEADER = 20;
    private static final int USERNAME = 0x0006;
    private static final int MESSAGE_INTEGRITY = 0x0008;
    private static final int XOR_MAPPED_ADDRESS = 0x0020;
    private static final int PRIORITY = 0x0024;
    private static final int USE_CANDIDATE = 0x0025;
    private static final int ICE_CONTROLLING = 0x802A;
    private static final int FINGERPRINT = 0x8028;
    private static final int FINGERPRINT_XOR = 0x5354554e;
    // RFC 8445, section 5.1.2.1: a peer-reflexive candidate, which is what a check makes of us.
    private static final int PEER_REFLEXIVE = (110 << 24) | (65535 << 8) | 255;

    private StunMessage() {}

    /** Whether it is one (RFC 7983, section 7, and the magic cookie). */
    static boolean is(byte[] packet, int length) {
        return length >= HEADER
                && (packet[0] & 0xC0) == 0
                && ByteBuffer.wrap(packet).getInt(4) == COOKIE;
    }

    static int type(byte[] packet) {
        return ByteBuffer.wrap(packet).getShort(0);
    }

    /** Whether a message belongs to a transaction. */
    static boolean answers(byte[] packet, byte[] transaction) {
        return Arrays.equals(packet, 8, HEADER, transaction, 0, TRANSACTION_BYTES);
    }

    /** A connectivity check that nominates the pair it goes over (RFC 8445, sections 7.2.2 and 8.1.1). */
    static byte[] check(String username, String password, long tieBreaker, byte[] transaction) {
        ByteBuffer message = ByteBuffer.allocate(256);
        begin(message, BINDING_REQUEST, transaction);
        attribute(message, USERNAME, username.getBytes(StandardCharsets.UTF_8));
        attribute(
                message, PRIORITY, ByteBuffer.allocate(4).putInt(PEER_REFLEXIVE).array());
        attribute(
                message,
                ICE_CONTROLLING,
                ByteBuffer.allocate(8).putLong(tieBreaker).array());
        attribute(message, USE_CANDIDATE, new byte[0]);
        return finish(message, password);
    }

    /** The answer to a check from an IPv4 address (RFC 8445, section 7.3.1.2). */
    static byte[] success(byte[] request, InetSocketAddress from, String password) {
        ByteBuffer message = ByteBuffer.allocate(128);
        begin(message, BINDING_SUCCESS, Arrays.copyOfRange(request, 8, HEADER));
        ByteBuffer mapped = ByteBuffer.allocate(8);
        mapped.putShort((short) 1).putShort((short) (from.getPort() ^ (COOKIE >>> 16)));
        mapped.putInt(ByteBuffer.wrap(from.getAddress().getAddress()).getInt() ^ COOKIE);
        attribute(message, XOR_MAPPED_ADDRESS, mapped.array());
        return finish(message, password);
    }

    private static void begin(ByteBuffer message, int type, byte[] transaction) {
        message.putShort((short) type).putShort((short) 0).putInt(COOKIE).put(transaction);
    }

    private static void attribute(ByteBuffer message, int type, byte[] value) {
        message.putShort((short) type).putShort((short) value.length).put(value);
        message.position(message.position() + (-value.length & 3));
    }

    // Either attribute covers all before it, with the length in the header as if the message ended after it (RFC 8489,
    // 14.5 and 14.7).
    private static byte[] finish(ByteBuffer message, String password) {
        message.putShort(2, (short) (message.position() - HEADER + 24));
        attribute(message, MESSAGE_INTEGRITY, hmac(password, message));
        message.putShort(2, (short) (message.position() - HEADER + 8));
        CRC32 crc = new CRC32();
        crc.update(message.duplicate().flip());
        attribute(
                message,
                FINGERPRINT,
                ByteBuffer.allocate(4)
                        .putInt((int) crc.getValue() ^ FINGERPRINT_XOR)
                        .array());
        byte[] bytes = new byte[message.flip().remaining()];
        message.get(bytes);
        return bytes;
    }

    private static byte[] hmac(String password, ByteBuffer message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(password.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
            mac.update(message.duplicate().flip());
            return mac.doFinal();
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA1", e);
        }
    }
}
