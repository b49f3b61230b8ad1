package heliograph.relay.stun;

import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;

/** Writes one STUN message (RFC 8489, section 5), attribute by attribute. One thread. */
public final class StunWriter {
    private static final int LIMIT = 1200;
    private final ByteBuffer message = ByteBuffer.allocate(LIMIT);

    public StunWriter(int type, byte[] transactionId) {
        if (transactionId.length != 12) {
            throw new IllegalArgumentException("a transaction's id has 12 bytes");
        }
        message.putShort((short) type).putShort((short) 0).putInt(StunMessage.COOKIE);
        message.put(transactionId);
    }

    public StunWriter attribute(int type, byte[] value) {
        begin(type, value.length).put(value);
        while (message.position() % 4 != 0) {
            message.put((byte) 0);
        }
        return this;
    }

    public StunWriter username(String username) {
        return text(StunMessage.USERNAME, username);
    }

    /** Such as REALM and NONCE. */
    public StunWriter text(int type, String value) {
        return attribute(type, value.getBytes(StandardCharsets.UTF_8));
    }

    /** LIFETIME in seconds (RFC 8656, section 18.2). */
    public StunWriter lifetime(int seconds) {
        return attribute(
                StunMessage.LIFETIME, ByteBuffer.allocate(4).putInt(seconds).array());
    }

    /** REQUESTED-TRANSPORT: UDP, the only one there is (RFC 8656, section 18.8). */
    public StunWriter requestedUdp() {
        return attribute(StunMessage.REQUESTED_TRANSPORT, new byte[] {17, 0, 0, 0});
    }

    public StunWriter xorMappedAddress(InetSocketAddress mapped) {
        return address(StunMessage.XOR_MAPPED_ADDRESS, mapped);
    }

    /** XOR-RELAYED-ADDRESS (RFC 8656, section 18.5). */
    public StunWriter xorRelayedAddress(InetSocketAddress relayed) {
        return address(StunMessage.XOR_RELAYED_ADDRESS, relayed);
    }

    private StunWriter address(int type, InetSocketAddress mapped) {
        byte[] address = mapped.getAddress().getAddress();
        StunMessage.xor(address, message.array());
        begin(type, 4 + address.length)
                .put((byte) 0)
                .put((byte) (address.length == 4 ? 1 : 2))
                .putShort((short) (mapped.getPort() ^ StunMessage.COOKIE >>> 16))
                .put(address);
        return this;
    }

    public StunWriter errorCode(int code, String reason) {
        byte[] text = reason.getBytes(StandardCharsets.UTF_8);
        ByteBuffer value = ByteBuffer.allocate(4 + text.length)
                .putShort((short) 0)
                .put((byte) (code / 100))
                .put((byte) (code % 100));
        return attribute(StunMessage.ERROR_CODE, value.put(text).array());
    }

    public StunWriter unknownAttributes(List<Integer> types) {
        ByteBuffer value = ByteBuffer.allocate(2 * types.size());
        types.forEach(type -> value.putShort(type.shortValue()));
        return attribute(StunMessage.UNKNOWN_ATTRIBUTES, value.array());
    }

    /** MESSAGE-INTEGRITY (section 14.5); after it only {@link #fingerprint} may come. */
    public StunWriter integrity(byte[] key) {
        int end = message.position();
        begin(StunMessage.MESSAGE_INTEGRITY, 20);
        message.putShort(2, (short) (end + 24 - StunMessage.HEADER));
        message.put(HmacSha1.of(key, Arrays.copyOf(message.array(), end)));
        return this;
    }

    /** FINGERPRINT (section 14.7), the last attribute, and the whole message. */
    public byte[] fingerprint() {
        int end = message.position();
        begin(StunMessage.FINGERPRINT, 4);
        message.putShort(2, (short) (end + 8 - StunMessage.HEADER));
        message.putInt(StunMessage.fingerprint(message.array(), end));
        return Arrays.copyOf(message.array(), message.position());
    }

    private ByteBuffer begin(int type, int length) {
        return message.putShort((short) type).putShort((short) length);
    }
}
