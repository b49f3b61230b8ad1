package heliograph.relay.dtls;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The hash of a certificate as descriptions carry it (RFC 8122, section 5). Immutable; any thread. */
public final class Fingerprint {
    /** The hashes that are safe today; MD5 and SHA-1, which RFC 8122 forbids to be the only ones, are not taken at all. */
    private static final Map<String, String> ALGORITHMS =
            Map.of("sha-256", "SHA-256", "sha-384", "SHA-384", "sha-512", "SHA-512");

    private static final HexFormat HEX = HexFormat.ofDelimiter(":").withUpperCase();

    private final String function;
    private final byte[] hash;

    private Fingerprint(String function, byte[] hash) {
        this.function = function;
        this.hash = hash;
    }

    /** Reads the value of a {@code fingerprint} attribute; empty, if it is none or of a hash that is not taken. */
    public static Optional<Fingerprint> read(String value) {
        String[] words = value.strip().split(" +", 2);
        String function = words[0].toLowerCase(Locale.ROOT);
        String algorithm = ALGORITHMS.get(function);
        if (words.length != 2 || algorithm == null) {
            return Optional.empty();
        }
        byte[] hash;
        try {
            hash = HEX.parseHex(words[1].strip().toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
        return hash.length == digest(algorithm).getDigestLength()
                ? Optional.of(new Fingerprint(function, hash))
                : Optional.empty();
    }

    static Fingerprint sha256(byte[] certificate) {
        return new Fingerprint("sha-256", digest("SHA-256").digest(certificate));
    }

    boolean matches(byte[] certificate) {
        String algorithm = ALGORITHMS.getOrDefault(function, "");
        return MessageDigest.isEqual(digest(algorithm).digest(certificate), hash);
    }

    private static MessageDigest digest(String algorithm) {
        try {
            return MessageDigest.getInstance(algorithm);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("the JDK has " + algorithm, e);
        }
    }

    /** The value of the attribute. */
    @Override
    public String toString() {
        return function + " " + HEX.formatHex(hash);
    }
}
