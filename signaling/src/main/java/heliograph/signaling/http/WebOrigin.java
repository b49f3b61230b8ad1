package heliograph.signaling.http;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/** An origin of the web as a browser writes it (RFC 6454, section 6.2). Holds nothing; any thread. */
public final class WebOrigin {
    private static final Pattern ORIGIN = Pattern.compile("https?://(?:[a-z0-9.-]++|\\[[0-9a-f:.]++])(?::\\d{1,5})?");
    private static final int HIGHEST_PORT = 65_535;

    private WebOrigin() {}

    /** In small letters; empty where the text is none, or its host is no host name (RFC 1123, section 2.1) and no address. */
    public static Optional<String> parse(String text) {
        String origin = text.toLowerCase(Locale.ROOT);
        if (!ORIGIN.matcher(origin).matches()) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(origin);
            return uri.getHost() != null && uri.getPort() <= HIGHEST_PORT ? Optional.of(origin) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
