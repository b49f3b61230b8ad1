package heliograph.signaling;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;

/**
 * The door with TLS. Immutable.
 *
 * @param bind the address to listen on, as text; {@code 0.0.0.0} for all
 * @param port the TCP port; 0: any free one
 * @param files an operator's certificate; null: the program makes one
 */
public record HttpsSettings(String bind, int port, @Nullable Files files) {
    /** The port unless somebody says another. */
    public static final int DEFAULT_PORT = 8443;

    /** All of this computer's addresses, of IPv6 as well where there are any. */
    public static final String ALL_ADDRESSES = "0.0.0.0";

    /** PEM files: the certificate with those of its issuers, and the key to it. */
    public record Files(Path certificate, Path key) {}
}
