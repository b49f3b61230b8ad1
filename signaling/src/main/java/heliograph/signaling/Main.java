package heliograph.signaling;

import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.protocol.IceServer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
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
            "Exit codes: 0 ended as asked, 1 could not start, 2 wrong options."
        })
public final class Main implements Callable<Integer> {
    private static final int CANNOT_START = 1;
    private static final int WRONG_OPTIONS = 2;

    private final Map<String, String> environment;
    private final PrintStream out;
    private final PrintStream err;
    private final CountDownLatch end;

    @Option(
            names = "--bind",
            paramLabel = "ADDRESS",
            description = "The address to listen on; 0.0.0.0 for all. Default: ${DEFAULT-VALUE}, this computer alone.")
    private String bind = "127.0.0.1";

    @Option(
            names = "--port",
            paramLabel = "PORT",
            description = "The TCP port; 0 for any free one. Default: ${DEFAULT-VALUE}.")
    private int port = 8080;

    @Option(
            names = "--data",
            paramLabel = "FOLDER",
            description = "Where accounts and keys are kept; made if it is not there. Default: ${DEFAULT-VALUE}.")
    private Path data = Path.of(System.getProperty("user.home"), ".heliograph-signaling");

    @Option(
            names = "--ice-server",
            paramLabel = "URL",
            description =
                    "A STUN server for viewers and the studio, such as stun:stun.example.org:3478. May be repeated.")
    private List<String> iceServers = List.of();

    @Option(
            names = "--max-viewers",
            paramLabel = "NUMBER",
            description = "So many may watch at the same time. Default: ${DEFAULT-VALUE}.")
    private int maxViewers = SignalingSettings.DEFAULT_MAX_VIEWERS;

    @Option(
            names = "--print-broadcaster-token",
            paramLabel = "FILE",
            description = "Write a broadcaster's credential, good for a year, to this file, which only you may read.")
    private @Nullable Path tokenFile;

    /** Ends when {@code end} is counted down. */
    Main(Map<String, String> environment, PrintStream out, PrintStream err, CountDownLatch end) {
        this.environment = Map.copyOf(environment);
        this.out = out;
        this.err = err;
        this.end = end;
    }

    public static void main(String[] arguments) {
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
        try (SignalingServer server = SignalingServer.start(settings())) {
            if (tokenFile != null) {
                PrivateFolder.write(tokenFile, (server.broadcasterToken() + "\n").getBytes(StandardCharsets.UTF_8));
                out.println("The broadcaster's credential is in " + tokenFile);
            }
            server.firstAccount()
                    .ifPresent(account -> out.println("To watch, sign in as " + account.username()
                            + " with the password " + account.password() + " (shown this once)"));
            out.println("Watch at " + server.watchUri());
            out.flush();
            end.await();
            return 0;
        } catch (IOException e) {
            err.println(e.getMessage());
            return CANNOT_START;
        }
    }

    private SignalingSettings settings() {
        List<IceServer> servers = iceServers.stream()
                .map(url -> new IceServer(List.of(url), null, null))
                .toList();
        return new SignalingSettings(bind, port, data, servers, account(), maxViewers, InstantSource.system());
    }

    private @Nullable Credentials account() {
        String user = environment.get("HELIOGRAPH_USER");
        String password = environment.get("HELIOGRAPH_PASSWORD");
        return user == null || password == null ? null : new Credentials(user, password);
    }

    /** All that is wrong with the options, in one go. */
    private List<String> mistakes() {
        List<String> mistakes = new ArrayList<>();
        if (port < 0 || port > 65_535) {
            mistakes.add("--port " + port + " is no port; it must be from 1 to 65535, or 0 for any free one.");
        }
        if (maxViewers < 1) {
            mistakes.add("--max-viewers " + maxViewers + " would let nobody watch; it must be at least 1.");
        }
        for (String url : iceServers) {
            if (!url.matches("stuns?:[^\\s/?]+")) {
                mistakes.add(
                        "--ice-server " + url + " is no STUN server; it must look like stun:stun.example.org:3478.");
            }
        }
        if (environment.containsKey("HELIOGRAPH_USER") != environment.containsKey("HELIOGRAPH_PASSWORD")) {
            mistakes.add("HELIOGRAPH_USER and HELIOGRAPH_PASSWORD must both be set, or neither.");
        }
        return mistakes;
    }

    private static boolean closedInTime(CountDownLatch ended) {
        try {
            return ended.await(3, TimeUnit.SECONDS);
        } catch (InterruptedException e) {
            return false;
        }
    }
}
