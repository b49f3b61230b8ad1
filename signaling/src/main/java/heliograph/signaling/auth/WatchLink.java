package heliograph.signaling.auth;

import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * The page's address as the server was last reached at, in the file {@code link}: so that an invitation can be made without asking
 * the server. Any thread; reads and writes.
 */
public final class WatchLink {
    private static final String FILE = "link";

    private final PrivateFolder folder;

    public WatchLink(PrivateFolder folder) {
        this.folder = folder;
    }

    /** The page's address; empty where no server has run with this folder. */
    public Optional<URI> read() throws IOException {
        return folder.read(FILE).flatMap(bytes -> parse(new String(bytes, StandardCharsets.UTF_8).trim()));
    }

    public void write(URI page) throws IOException {
        folder.write(FILE, (page + "\n").getBytes(StandardCharsets.UTF_8));
    }

    /** A page's address without query and fragment, with a path that ends in a slash; empty where that is none. */
    public static Optional<URI> parse(String text) {
        try {
            URI uri = new URI(text.endsWith("/") ? text : text + "/");
            boolean web = "https".equals(uri.getScheme()) || "http".equals(uri.getScheme());
            boolean plain = uri.getRawQuery() == null && uri.getRawFragment() == null && uri.getRawUserInfo() == null;
            return web && plain && uri.getHost() != null ? Optional.of(uri) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }

    /** The link that lets in: the secret is in the fragment, which no browser sends to any server. */
    public static URI invitation(URI page, String secret) {
        return page.resolve("#invite=" + secret);
    }
}
