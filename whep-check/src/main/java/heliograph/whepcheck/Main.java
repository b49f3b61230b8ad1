package heliograph.whepcheck;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Checks a WHEP server from the command line. Runs on the thread {@code main}. */
@Command(
        name = "whep-check",
        mixinStandardHelpOptions = true,
        version = "whep-check 0.1.0",
        description =
                "Checks a WHEP server against draft-ietf-wish-whep-03 and RFC 9725, over HTTP alone: a line a clause.",
        footer = {
            "",
            "The token comes from a file, from standard input or from HELIOGRAPH_TOKEN, never from the command line, which"
                    + " everybody on the machine can read. With --sign-in it signs in to a Heliograph as HELIOGRAPH_USER with"
                    + " HELIOGRAPH_PASSWORD, over HTTPS or on this machine only.",
            "",
            "Exit codes: 0 no clause is broken (WARN is of advice, a SHOULD, that is not followed), 1 at least one is, 2 wrong options or no token to be had."
        })
public final class Main implements Callable<Integer> {
    private static final int BROKEN = 1;
    private static final int CANNOT_BEGIN = 2;
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final Map<String, String> environment;
    private final InputStream in;
    private final PrintStream out;
    private final PrintStream err;

    @Parameters(paramLabel = "URL", description = "The WHEP endpoint, such as https://example.org:8443/whep.")
    private @Nullable URI endpoint;

    @Option(
            names = "--token-file",
            paramLabel = "FILE",
            description = "The file with the token to show; - for standard input.")
    private @Nullable String tokenFile;

    @Option(names = "--token", paramLabel = "-", description = "The same as --token-file -; takes nothing but that.")
    private @Nullable String token;

    @Option(
            names = "--fingerprint",
            paramLabel = "SHA-256",
            description =
                    "Trust the server by its certificate's fingerprint, as Heliograph shows it, and by nothing else.")
    private @Nullable String fingerprint;

    @Option(
            names = "--sign-in",
            description =
                    "Sign in to the Heliograph at URL as HELIOGRAPH_USER with HELIOGRAPH_PASSWORD, and show the token"
                            + " that this brings.")
    private boolean signIn;

    Main(Map<String, String> environment, InputStream in, PrintStream out, PrintStream err) {
        this.environment = Map.copyOf(environment);
        this.in = in;
        this.out = out;
        this.err = err;
    }

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main(System.getenv(), System.in, System.out, System.err)).execute(arguments));
    }

    @Override
    public Integer call() throws InterruptedException {
        try {
            return check(client());
        } catch (IOException | IllegalArgumentException | GeneralSecurityException e) {
            err.println("whep-check: " + e.getMessage());
            return CANNOT_BEGIN;
        }
    }

    private int check(HttpClient http) throws IOException, InterruptedException {
        if (endpoint == null
                || endpoint.getHost() == null
                || !String.valueOf(endpoint.getScheme()).matches("https?")) {
            throw new IllegalArgumentException("the URL must begin with http:// or https://");
        }
        if (token != null && !token.equals("-")) {
            throw new IllegalArgumentException(
                    "a token on the command line can be read by everybody; give it by --token-file or HELIOGRAPH_TOKEN");
        }
        Server server = new Server(http, endpoint, token(http, endpoint));
        List<Finding> findings = WhepCheck.run(server, finding -> out.println(finding.line()));
        long failed = count(findings, Verdict.FAIL);
        out.println(count(findings, Verdict.PASS) + " passed, " + failed + " failed, " + count(findings, Verdict.WARN)
                + " warned of, " + count(findings, Verdict.SKIP) + " skipped");
        out.flush();
        return failed == 0 ? 0 : BROKEN;
    }

    private static long count(List<Finding> findings, Verdict verdict) {
        return findings.stream().filter(it -> it.verdict() == verdict).count();
    }

    private HttpClient client() throws GeneralSecurityException {
        HttpClient.Builder builder = HttpClient.newBuilder()
                // Redirects are the server's to be judged by.
                .followRedirects(HttpClient.Redirect.NEVER)
                .connectTimeout(LIMIT);
        if (fingerprint != null) {
            builder.sslContext(PinnedCertificate.context(fingerprint));
        }
        return builder.build();
    }

    private Optional<String> token(HttpClient http, URI server) throws IOException, InterruptedException {
        if (signIn) {
            if (token != null || tokenFile != null) {
                throw new IllegalArgumentException("--sign-in brings a token of its own; leave out the other");
            }
            return Optional.of(SignIn.token(http, server, environment));
        }
        if ("-".equals(token) || "-".equals(tokenFile)) {
            return Optional.of(new String(in.readAllBytes(), StandardCharsets.UTF_8).trim());
        }
        if (tokenFile != null) {
            return Optional.of(Files.readString(Path.of(tokenFile)).trim());
        }
        String given = environment.get("HELIOGRAPH_TOKEN");
        if (given != null && !given.isBlank()) {
            return Optional.of(given.trim());
        }
        return Optional.empty();
    }
}
