package heliograph.signaling;

import heliograph.signaling.admin.Administration;
import heliograph.signaling.admin.Typist;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.http.CidrBlock;
import heliograph.signaling.http.TrustedProxies;
import heliograph.signaling.room.PathPolicy;
import java.io.PrintStream;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The signaling server alone, for a public host: a studio elsewhere joins it. Runs on the thread {@code main}. */
@Command(
        name = "heliograph-signaling",
        mixinStandardHelpOptions = true,
        version = "heliograph-signaling 0.1.0",
        description = "Serves the viewers' page and brings viewers and a broadcaster together.",
        footer = {
            "",
            "HELIOGRAPH_USER and HELIOGRAPH_PASSWORD name the only account of this run. Without them the accounts of the"
                    + " data folder may watch; the first start makes one and shows its password once.",
            "",
            "TURN servers take HELIOGRAPH_TURN_SECRET, the secret that they are run with (coturn: static-auth-secret), or"
                    + " HELIOGRAPH_TURN_USER and HELIOGRAPH_TURN_PASSWORD.",
            "",
            "\"accounts\" and \"invitations\" as the first argument say who may watch, \"broadcasters\" which studios elsewhere"
                    + " may send: accounts --help, invitations --help, broadcasters --help.",
            "",
            "Exit codes: 0 ended as asked, 1 could not start, 2 wrong options."
        })
public final class Main implements Callable<Integer> {
    private static final String USER = "HELIOGRAPH_USER";
    private static final String PASSWORD = "HELIOGRAPH_PASSWORD";
    private static final int CANNOT_START = 1;
    private static final int WRONG_OPTIONS = 2;
    private static final Path DATA = Path.of(System.getProperty("user.home"), ".heliograph-signaling");

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final CountDownLatch end;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description =
                    "The address to listen on without TLS; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}, this computer"
                            + " alone.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The TCP port without TLS; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Mixin
    private final HttpsOptions https = new HttpsOptions();

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where accounts and keys are kept; made if it is not there. Default: ${DEFAULT-VALUE}.")
    private Path data = DATA;

    @Option(
            names = "--ice-server",
            paramLabel = "URL",
            description =
                    "A STUN server for viewers and the studio, such as stun:stun.example.org:3478. May be repeated.")
    private List<String> iceServers = List.of();

    @Option(
            names = "--turn-server",
            paramLabel = "URL",
            description =
                    "A TURN server for viewers and the studio, such as turn:turn.example.org:3478?transport=udp. May be"
                            + " repeated.")
    private List<String> turnServers = List.of();

    @Option(
            names = "--max-viewers",
            paramLabel = "NUMBER",
            description = "So many may watch at the same time. Default: ${DEFAULT-VALUE}.")
    private int maxViewers = SignalingSettings.DEFAULT_MAX_VIEWERS;

    @Option(
            names = "--trusted-proxy",
            paramLabel = "ADDRESS[/PREFIX]",
            description =
                    "A reverse proxy that is believed where a request comes from, such as 127.0.0.1 or 10.0.0.0/8. May be"
                            + " repeated. Default: none.")
    private List<String> trustedProxies = List.of();

    @Option(
            names = "--proxy-header",
            paramLabel = "X-Forwarded-For|Forwarded",
            description = "Where the trusted proxies say so; the other is never read. Default: ${DEFAULT-VALUE}.")
    private String proxyHeader = TrustedProxies.NONE.header().toString();

    /** Ends when {@code end} is counted down. */
    Main(Map<String, String> environment, PrintStream out, PrintStream err, CountDownLatch end) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
        this.end = end;
    }

    public static void main(String[] arguments) {
        LibraryLogs.restrict();
        if (Administration.isMeant(arguments)) {
            System.exit(new Administration(
                            System.out,
                            System.err,
                            Typist.ofThisProcess(),
                            DATA,
                            Locale.getDefault(Locale.Category.DISPLAY),
                            InstantSource.system())
                    .run(arguments));
        }
        CountDownLatch end = new CountDownLatch(1);
        CountDownLatch ended = new CountDownLatch(1);
        Thread hook = new Thread(
                () -> {
                    end.countDown();
                    if (closedInTime(ended)) {
                        // Being told to end is no failure, whatever a signal's own exit code would be.
                        Runtime.getRuntime().halt(0);
                    }
                },
                "shutdown");
        Runtime.getRuntime().addShutdownHook(hook);
        int code = new CommandLine(new Main(System.getenv(), System.out, System.err, end)).execute(arguments);
        if (end.getCount() == 0) {
            ended.countDown();
        } else {
            Runtime.getRuntime().removeShutdownHook(hook);
            System.exit(code);
        }
    }

    @Override
    public Integer call() throws InterruptedException {
        List<String> mistakes = mistakes();
        if (!mistakes.isEmpty()) {
            mistakes.forEach(err::println);
            return WRONG_OPTIONS;
        }
        proxies().blocks().stream()
                .filter(CidrBlock::isVast)
                .forEach(
                        block -> err.println("--trusted-proxy " + block + " is larger than any private network: whoever"
                                + " connects from there is believed where he comes from, and counted by nothing."));
        try (SignalingServer server = SignalingServer.start(settings())) {
            server.firstAccount()
                    .ifPresent(account -> out.println("To watch, sign in as " + account.username()
                            + " with the password " + account.password() + " (shown this once)"));
            // The certificate, and with it the fingerprint, may change: then the new one is said as well.
            server.onLinks(this::say);
            out.flush();
            end.await();
            return 0;
        } catch (SignalingStartException e) {
            err.println(e.getMessage());
            return CANNOT_START;
        }
    }

    private void say(Links links) {
        out.println("Watch at " + links.plain());
        links.secure().ifPresent(secure -> {
            out.println("Watch at " + secure.uri());
            secure.fingerprint()
                    .ifPresent(it ->
                            out.println("Browsers warn of this program's own certificate once. Compare the SHA-256"
                                    + " fingerprint that they show with " + it));
        });
        if (links.isPlainForOthers()) {
            err.println("Without TLS everybody on the way can read along and change what is sent, passwords too: "
                    + links.plain());
        }
    }

    private SignalingSettings settings() {
        return new SignalingSettings(
                bind,
                port,
                https.settings(port),
                https.allowedOrigins(),
                data,
                turn().servers(),
                account(),
                maxViewers,
                // No relay joins a server that runs alone.
                PathPolicy.DEFAULT,
                proxies(),
                InstantSource.system());
    }

    private TrustedProxies proxies() {
        return new TrustedProxies(
                trustedProxies.stream()
                        .map(CidrBlock::parse)
                        .flatMap(Optional::stream)
                        .toList(),
                TrustedProxies.Header.of(proxyHeader).orElse(TrustedProxies.NONE.header()));
    }

    private TurnOptions turn() {
        return new TurnOptions(iceServers, turnServers, environment);
    }

    private @Nullable Credentials account() {
        String user = environment.get(USER);
        String password = environment.get(PASSWORD);
        return user == null || password == null ? null : new Credentials(user, password);
    }

    /** All that is wrong with the options, in one go. */
    private List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (port < 0 || port > 65_535) {
            mistakes.add("--port " + port + " is no port; it must be from 1 to 65535, or 0 for any free one.");
        }
        mistakes.addAll(https.mistakes());
        if (maxViewers < 1) {
            mistakes.add("--max-viewers " + maxViewers + " would let nobody watch; it must be at least 1.");
        }
        turn().check(mistakes);
        for (String proxy : trustedProxies) {
            if (CidrBlock.parse(proxy).isEmpty()) {
                mistakes.add(
                        "--trusted-proxy " + proxy + " is no address in figures, such as 127.0.0.1 or 10.0.0.0/8.");
            }
        }
        if (TrustedProxies.Header.of(proxyHeader).isEmpty()) {
            mistakes.add("--proxy-header " + proxyHeader + " is neither X-Forwarded-For nor Forwarded.");
        }
        checkAccount(mistakes);
        return mistakes;
    }

    /** What nobody could sign in with is no account. */
    private void checkAccount(List<String> mistakes) {
        String user = environment.get(USER);
        String password = environment.get(PASSWORD);
        if (user == null && password == null) {
            return;
        }
        if (user == null || user.isBlank() || password == null || password.isEmpty()) {
            mistakes.add(USER + " and " + PASSWORD + " must both be set and not be empty, or neither.");
            return;
        }
        if (user.length() > Credentials.LONGEST_USERNAME) {
            mistakes.add(USER + " is longer than " + Credentials.LONGEST_USERNAME + " characters.");
        }
        if (password.length() > Credentials.LONGEST_PASSWORD) {
            mistakes.add(PASSWORD + " is longer than " + Credentials.LONGEST_PASSWORD + " characters.");
        }
    }

    private static boolean closedInTime(CountDownLatch ended) {
        try {
            return ended.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
