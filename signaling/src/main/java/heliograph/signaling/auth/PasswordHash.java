package heliograph.signaling.auth;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.text.Normalizer;
import java.util.Base64;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * An Argon2id hash (RFC 9106) that carries its own parameters, in the PHC string format. Immutable; any thread, but
 * {@link #of} and {@link #matches} take tens of milliseconds and as many mebibytes: never on a thread that others wait for.
 */
final class PasswordHash {
    private static final int MEMORY_KIB = 19 * 1024;
    private static final int ITERATIONS = 2;
    private static final int LANES = 1;
    private static final int SALT_BYTES = 16;
    private static final int HASH_BYTES = 32;
    /** More would be a slip, and take the server down with the first login. */
    private static final int MOST_MEMORY_KIB = 1024 * 1024;

    private static final Pattern PHC = Pattern.compile("\\$argon2id\\$v=19\\$m=(\\d{1,7}),t=(\\d{1,2}),p=(\\d{1,2})"
            + "\\$([A-Za-z0-9+/]{11,86})\\$([A-Za-z0-9+/]{22,86})");

    private final int memoryKib;
    private final int iterations;
    private final int lanes;
    private final byte[] salt;
    private final byte[] hash;

    private PasswordHash(int memoryKib, int iterations, int lanes, byte[] salt, byte[] hash) {
        this.memoryKib = memoryKib;
        this.iterations = iterations;
        this.lanes = lanes;
        this.salt = salt;
        this.hash = hash;
    }

    /** Hashes a password with a new salt. */
    static PasswordHash of(String password, SecureRandom random) {
        byte[] salt = new byte[SALT_BYTES];
        random.nextBytes(salt);
        byte[] hash = argon2id(password, salt, MEMORY_KIB, ITERATIONS, LANES, HASH_BYTES);
        return new PasswordHash(MEMORY_KIB, ITERATIONS, LANES, salt, hash);
    }

    /**
     * Reads a PHC string.
     *
     * @throws IllegalArgumentException when it is none of Argon2id
     */
    static PasswordHash parse(String phc) {
        Matcher matcher = PHC.matcher(phc);
        if (!matcher.matches()) {
            throw new IllegalArgumentException("not an Argon2id hash");
        }
        int memoryKib = Integer.parseInt(matcher.group(1));
        int iterations = Integer.parseInt(matcher.group(2));
        int lanes = Integer.parseInt(matcher.group(3));
        if (memoryKib > MOST_MEMORY_KIB || lanes < 1 || memoryKib < 8 * lanes || iterations < 1) {
            throw new IllegalArgumentException("parameters beyond those of RFC 9106, section 3.1, or of reason");
        }
        return new PasswordHash(
                memoryKib,
                iterations,
                lanes,
                Base64.getDecoder().decode(matcher.group(4)),
                Base64.getDecoder().decode(matcher.group(5)));
    }

    /** Whether it costs a guesser less than a new one would: then it is to be renewed while the password is at hand. */
    boolean isWeak() {
        return memoryKib < MEMORY_KIB
                || iterations < ITERATIONS
                || salt.length < SALT_BYTES
                || hash.length < HASH_BYTES;
    }

    /** A hash of nothing at all that takes as long to compare with as this one. */
    PasswordHash decoy(SecureRandom random) {
        byte[] otherSalt = new byte[salt.length];
        byte[] otherHash = new byte[hash.length];
        random.nextBytes(otherSalt);
        random.nextBytes(otherHash);
        return new PasswordHash(memoryKib, iterations, lanes, otherSalt, otherHash);
    }

    /** What a comparison takes: equal costs, equal times. */
    String cost() {
        return "m=" + memoryKib + ",t=" + iterations + ",p=" + lanes + ",salt=" + salt.length + ",hash=" + hash.length;
    }

    boolean matches(String password) {
        return MessageDigest.isEqual(hash, argon2id(password, salt, memoryKib, iterations, lanes, hash.length));
    }

    String phc() {
        Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
        return "$argon2id$v=19$m=" + memoryKib + ",t=" + iterations + ",p=" + lanes + "$" + base64.encodeToString(salt)
                + "$" + base64.encodeToString(hash);
    }

    /** Leaves the hash out: it is of no use in a log, except to whoever wants to guess. */
    @Override
    public String toString() {
        return "PasswordHash[argon2id]";
    }

    private static byte[] argon2id(String password, byte[] salt, int memoryKib, int iterations, int lanes, int length) {
        Argon2BytesGenerator generator = new Argon2BytesGenerator();
        generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id)
                .withVersion(Argon2Parameters.ARGON2_VERSION_13)
                .withMemoryAsKB(memoryKib)
                .withIterations(iterations)
                .withParallelism(lanes)
                .withSalt(salt)
                .build());
        byte[] hash = new byte[length];
        // RFC 8265, section 4.2: the same characters are the same password, whichever keyboard composed them.
        String composed = Normalizer.normalize(password, Normalizer.Form.NFC);
        generator.generateBytes(composed.getBytes(StandardCharsets.UTF_8), hash);
        return hash;
    }
}
