package heliograph.relay.stun;

import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.zip.CRC32;

/** A STUN message (RFC 8489, section 5) as it came. Immutable; any thread. */
public final class StunMessage {
    public static final int BINDING_REQUEST = 0x0001;
    public static final int BINDING_INDICATION = 0x0011;
    public static final int BINDING_SUCCESS = 0x0101;
    public static final int BINDING_ERROR = 0x0111;

    /** TURN's (RFC 8656, section 17). */
    public static final int ALLOCATE_REQUEST = 0x0003;

    public static final int ALLOCATE_SUCCESS = 0x0103;
    public static final int REFRESH_REQUEST = 0x0004;
    public static final int REFRESH_SUCCESS = 0x0104;

    public static final int USERNAME = 0x0006;
    public static final int MESSAGE_INTEGRITY = 0x0008;
    public static final int ERROR_CODE = 0x0009;
    public static final int UNKNOWN_ATTRIBUTES = 0x000A;
    public static final int REALM = 0x0014;
    public static final int NONCE = 0x0015;
    public static final int MESSAGE_INTEGRITY_SHA256 = 0x001C;
    public static final int XOR_MAPPED_ADDRESS = 0x0020;
    public static final int PRIORITY = 0x0024;
    public static final int USE_CANDIDATE = 0x0025;
    public static final int FINGERPRINT = 0x8028;
    public static final int ICE_CONTROLLED = 0x8029;
    public static final int ICE_CONTROLLING = 0x802A;

    /** TURN's (RFC 8656, section 18). */
    public static final int LIFETIME = 0x000D;

    public static final int XOR_RELAYED_ADDRESS = 0x0016;
    public static final int REQUESTED_TRANSPORT = 0x0019;

    static final int HEADER = 20;
    static final int COOKIE = 0x2112A442;
    static final int FINGERPRINT_MASK = 0x5354554E;
    private static final int MAPPED_ADDRESS = 0x0001;
    private static final int HMAC_SHA1_LENGTH = 20;

    /** Which of the attributes below 0x8000 are understood in ICE, where nobody is a TURN server; of others the sender must be told (section 6.3.1). */
    private static final Set<Integer> UNDERSTOOD = Set.of(
            MAPPED_ADDRESS,
            USERNAME,
            MESSAGE_INTEGRITY,
            ERROR_CODE,
            UNKNOWN_ATTRIBUTES,
            REALM,
            NONCE,
            MESSAGE_INTEGRITY_SHA256,
            XOR_MAPPED_ADDRESS,
            PRIORITY,
            USE_CANDIDATE);

    private final byte[] bytes;
    private final List<Attribute> attributes;

    private StunMessage(byte[] bytes, List<Attribute> attributes) {
        this.bytes = bytes;
        this.attributes = attributes;
    }

    private record Attribute(int type, int offset, int length) {}

    /**
     * Reads a message that fills these bytes exactly; empty, if it is none: the cookie, every length and padding, and the
     * FINGERPRINT, if there is one, must be right (sections 5, 14.7).
     */
    public static Optional<StunMessage> read(byte[] buffer, int offset, int length) {
        if (length < HEADER
                || length % 4 != 0
                || (buffer[offset] & 0xC0) != 0
                || uint16(buffer, offset + 2) != length - HEADER
                || int32(buffer, offset + 4) != COOKIE) {
            return Optional.empty();
        }
        byte[] bytes = Arrays.copyOfRange(buffer, offset, offset + length);
        List<Attribute> attributes = new ArrayList<>();
        int at = HEADER;
        boolean integrity = false;
        while (at < length) {
            int type = uint16(bytes, at);
            int size = uint16(bytes, at + 2);
            int next = at + 4 + (size + 3 & ~3);
            if (next > length) {
                return Optional.empty();
            }
            if (type == FINGERPRINT && (size != 4 || next != length || !fingerprintIsRight(bytes, at))) {
                return Optional.empty();
            }
            if (type == MESSAGE_INTEGRITY && size != HMAC_SHA1_LENGTH) {
                return Optional.empty();
            }
            // What comes after the integrity is protected by nothing and counts for nothing (section 14.5).
            if (!integrity || type == FINGERPRINT || type == MESSAGE_INTEGRITY_SHA256) {
                attributes.add(new Attribute(type, at, size));
            }
            integrity |= type == MESSAGE_INTEGRITY;
            at = next;
        }
        return Optional.of(new StunMessage(bytes, attributes));
    }

    private static boolean fingerprintIsRight(byte[] bytes, int at) {
        return int32(bytes, at + 4) == fingerprint(bytes, at);
    }

    static int fingerprint(byte[] bytes, int length) {
        CRC32 crc = new CRC32();
        crc.update(bytes, 0, length);
        return (int) crc.getValue() ^ FINGERPRINT_MASK;
    }

    /** Method and class in one (section 5), such as {@link #BINDING_REQUEST}. */
    public int type() {
        return uint16(bytes, 0);
    }

    /** The twelve bytes by which an answer is known; a copy. */
    public byte[] transactionId() {
        return Arrays.copyOfRange(bytes, 8, HEADER);
    }

    public boolean has(int attribute) {
        return attributes.stream().anyMatch(a -> a.type() == attribute);
    }

    /** USERNAME (section 14.3). */
    public Optional<String> username() {
        return text(USERNAME);
    }

    /** REALM (section 14.9). */
    public Optional<String> realm() {
        return text(REALM);
    }

    /** NONCE (section 14.10). */
    public Optional<String> nonce() {
        return text(NONCE);
    }

    private Optional<String> text(int attribute) {
        return first(attribute).map(a -> new String(bytes, a.offset() + 4, a.length(), StandardCharsets.UTF_8));
    }

    /** PRIORITY (RFC 8445, section 16.1). */
    public OptionalLong priority() {
        return number(PRIORITY);
    }

    /** LIFETIME in seconds (RFC 8656, section 18.2). */
    public OptionalLong lifetime() {
        return number(LIFETIME);
    }

    private OptionalLong number(int attribute) {
        return first(attribute)
                .filter(a -> a.length() == 4)
                .map(a -> OptionalLong.of(int32(bytes, a.offset() + 4) & 0xFFFFFFFFL))
                .orElseGet(OptionalLong::empty);
    }

    /** Attributes that must be understood, and are not (section 6.3.1). */
    public List<Integer> notUnderstood() {
        return attributes.stream()
                .map(Attribute::type)
                .filter(type -> type < 0x8000 && !UNDERSTOOD.contains(type))
                .distinct()
                .toList();
    }

    /** Whether MESSAGE-INTEGRITY (section 14.5) is there and was made with this key. Takes the same time wherever it differs. */
    public boolean hasIntegrity(byte[] key) {
        return first(MESSAGE_INTEGRITY)
                .map(a -> {
                    byte[] covered = Arrays.copyOf(bytes, a.offset());
                    ByteBuffer.wrap(covered).putShort(2, (short) (a.offset() - HEADER + 4 + HMAC_SHA1_LENGTH));
                    byte[] sent = Arrays.copyOfRange(bytes, a.offset() + 4, a.offset() + 4 + HMAC_SHA1_LENGTH);
                    return MessageDigest.isEqual(HmacSha1.of(key, covered), sent);
                })
                .orElse(false);
    }

    /** XOR-MAPPED-ADDRESS (section 14.2). */
    public Optional<InetSocketAddress> xorMappedAddress() {
        return address(XOR_MAPPED_ADDRESS);
    }

    /** XOR-RELAYED-ADDRESS (RFC 8656, section 18.5): where others reach what was allocated. */
    public Optional<InetSocketAddress> xorRelayedAddress() {
        return address(XOR_RELAYED_ADDRESS);
    }

    private Optional<InetSocketAddress> address(int attribute) {
        return first(attribute).flatMap(a -> {
            int family = a.length() >= 4 ? bytes[a.offset() + 5] : 0;
            int size = family == 1 ? 4 : family == 2 ? 16 : 0;
            if (size == 0 || a.length() != 4 + size) {
                return Optional.empty();
            }
            byte[] address = Arrays.copyOfRange(bytes, a.offset() + 8, a.offset() + 8 + size);
            xor(address, bytes);
            int port = uint16(bytes, a.offset() + 6) ^ COOKIE >>> 16;
            try {
                return Optional.of(new InetSocketAddress(InetAddress.getByAddress(address), port));
            } catch (UnknownHostException e) {
                throw new IllegalStateException("4 or 16 bytes", e);
            }
        });
    }

    /** With the cookie and the transaction's id, which are one after the other in every message. */
    static void xor(byte[] address, byte[] message) {
        for (int i = 0; i < address.length; i++) {
            address[i] ^= message[4 + i];
        }
    }

    /** ERROR-CODE (section 14.8). */
    public Optional<Integer> errorCode() {
        return first(ERROR_CODE)
                .filter(a -> a.length() >= 4)
                .map(a -> (bytes[a.offset() + 6] & 7) * 100 + (bytes[a.offset() + 7] & 0xFF));
    }

    private Optional<Attribute> first(int type) {
        return attributes.stream().filter(a -> a.type() == type).findFirst();
    }

    private static int uint16(byte[] bytes, int at) {
        return (bytes[at] & 0xFF) << 8 | (bytes[at + 1] & 0xFF);
    }

    private static int int32(byte[] bytes, int at) {
        return uint16(bytes, at) << 16 | uint16(bytes, at + 2);
    }
}
