package heliograph.signaling;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * Where the page can be opened. Immutable.
 *
 * @param plain without encryption: on this computer, unless somebody chose otherwise
 * @param secure over TLS, for everybody who can reach this computer; empty when that door is shut
 */
public record Links(URI plain, Optional<Secure> secure) {
    /** Whether the plain one leads over a network, where everybody on the way can read along. */
    public boolean isPlainForOthers() {
        String host = plain.getHost();
        return !host.equals("localhost") && !host.startsWith("127.") && !host.matches("\\[(0:){7}1]|\\[::1]");
    }

    /**
     * The way over TLS.
     *
     * @param others the same door by this computer's other addresses and names, as far as the certificate stands for them, the likelier ones
     *     first; empty where it is open at one alone, or somebody else vouches for the certificate
     * @param fingerprint what to compare with what the browser shows; empty where somebody else vouches for the certificate
     */
    public record Secure(URI uri, List<URI> others, Optional<String> fingerprint) {
        public Secure {
            others = List.copyOf(others);
        }
    }
}
