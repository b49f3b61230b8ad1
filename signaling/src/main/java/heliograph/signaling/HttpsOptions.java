package heliograph.signaling;

import heliograph.signaling.http.WebOrigin;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** The options of the door with TLS, and of who may come through a proxy. Used by the thread that starts the program. */
final class HttpsOptions {
    private static final String NONE = "none";

    @Option(
            names = "--https-bind",
            paramLabel = "ADDRESS",
            description = "The address to listen on with TLS. Default: ${DEFAULT-VALUE}, all of them.")
    private String bind = HttpsSettings.ALL_ADDRESSES;

    @Option(
            names = "--https-port",
            paramLabel = "PORT|none",
            description =
                    "The TCP port with TLS; 0 for any free one; none for no TLS, as behind a proxy that speaks it."
                            + " Default: 8443, or any free one with --port 0.")
    private @Nullable String port;

    @Option(
            names = "--tls-certificate",
            paramLabel = "FILE",
            description =
                    "A certificate in PEM, followed by those of its issuers. Read again when it changes. Without it"
                            + " the program makes its own and prints the fingerprint.")
    private @Nullable Path certificate;

    @Option(
            names = "--tls-key",
            paramLabel = "FILE",
            description = "The private key to --tls-certificate in PEM, not locked with a password.")
    private @Nullable Path key;

    @Option(
            names = "--allowed-origin",
            paramLabel = "ORIGIN",
            description = "An address, such as https://cam.example.org, under which a proxy shows this server. May be"
                    + " repeated.")
    private List<String> origins = List.of();

    /** Null: no TLS. Only after {@link #mistakes} found none. */
    @Nullable
    HttpsSettings settings(int plainPort) {
        if (NONE.equals(port)) {
            return null;
        }
        HttpsSettings.Files files =
                certificate == null || key == null ? null : new HttpsSettings.Files(certificate, key);
        // Who takes any free port may run several of these at once.
        int usual = plainPort == 0 ? 0 : HttpsSettings.DEFAULT_PORT;
        return new HttpsSettings(bind, port == null ? usual : Integer.parseInt(port), files);
    }

    Set<String> allowedOrigins() {
        Set<String> all = new TreeSet<>();
        origins.forEach(origin -> WebOrigin.parse(origin).ifPresent(all::add));
        return all;
    }

    List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (port != null && !port.equals(NONE) && !(port.matches("\\d{1,5}") && Integer.parseInt(port) <= 65_535)) {
            mistakes.add(
                    "--https-port " + port + " is no port; it must be from 1 to 65535, 0 for any free one, or none.");
        }
        if ((certificate == null) != (key == null)) {
            mistakes.add("--tls-certificate and --tls-key must both be given, or neither.");
        }
        if (certificate != null && NONE.equals(port)) {
            mistakes.add("--tls-certificate is of no use with --https-port none.");
        }
        for (String origin : origins) {
            if (WebOrigin.parse(origin).isEmpty()) {
                mistakes.add("--allowed-origin " + origin
                        + " is no origin; it must look like https://cam.example.org, without a path.");
            }
        }
        return mistakes;
    }
}
