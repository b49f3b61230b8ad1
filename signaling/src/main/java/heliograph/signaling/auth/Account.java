package heliograph.signaling.auth;

import java.security.SecureRandom;
import java.util.HexFormat;

/**
 * One account. Immutable; any thread.
 *
 * @param hash of its password
 * @param version of its credentials; tokens carry it, so that another password makes those from before it void
 */
record Account(String name, PasswordHash hash, String version) {
    private static final int VERSION_BYTES = 8;

    /** A new one, or an old one with another password. Slow: it hashes. */
    static Account of(Credentials credentials, SecureRandom random) {
        byte[] version = new byte[VERSION_BYTES];
        random.nextBytes(version);
        return new Account(
                credentials.username(),
                PasswordHash.of(credentials.password(), random),
                HexFormat.of().formatHex(version));
    }

    /** The same password, hashed anew. */
    Account rehashed(PasswordHash renewed) {
        return new Account(name, renewed, version);
    }
}
