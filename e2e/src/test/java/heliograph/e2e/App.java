package heliograph.e2e;

import static org.awaitility.Awaitility.await;

import heliograph.rig.Browser;
import heliograph.rig.Child;
import heliograph.rig.Folders;
import heliograph.rig.Host;
import heliograph.rig.Rig;
import heliograph.rig.Viewer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The program, started as a user starts it; used from one thread. */
final class App implements AutoCloseable {
    static final String USER = "viewer";
    static final String PASSWORD = "open sesame 5";

    static final String HTTPS_PORT = "8443";

    private static final Duration START = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("Watch at (http://\\S+)");
    private static final Pattern SECURE = Pattern.compile("Watch at https://\\S+:(\\d+)/");
    private static final String MAIN = "heliograph.broadcaster.desk.Main";
    private static final String STUDIO = "heliograph.broadcaster.studio.StudioMain";

    private final Path folder;
    private final Starter starter;
    private final Consumer<Map<String, String>> environment;
    private final List<String> options;
    private final String main;
    private final Path log;
    private final Child process;
    private String url = "";

    /** How a program is started: here, or on a host of a test's own. */
    private interface Starter {
        Child start(List<String> command, Consumer<Map<String, String>> environment, Path output);
    }

    private App(
            Path folder,
            Starter starter,
            Consumer<Map<String, String>> environment,
            List<String> options,
            String main,
            String port) {
        this.main = main;
        this.folder = folder;
        this.starter = starter;
        this.environment = environment;
        this.options = options;
        this.log = folder.resolve("output-" + port + ".log");
        List<String> command = new ArrayList<>(List.of(
                ProcessHandle.current().info().command().orElseThrow(),
                "-cp",
                System.getProperty("java.class.path"),
                main,
                "--language",
                "en",
                "--port",
                port,
                "--data",
                folder.resolve("data").toString()));
        command.addAll(options);
        this.process = starter.start(command, environment, log);
    }

    /** Started on a host of its own, and on the air: over TLS on all addresses of that host, at the usual port, and in the rig's environment. */
    static App startOn(Host host, Rig rig, Consumer<Map<String, String>> change, String... options) {
        List<String> all = Stream.concat(Stream.of("--headless", "--https-port", HTTPS_PORT), Arrays.stream(options))
                .toList();
        App app = ready(
                new App(Folders.temporary("app"), host::start, variables(rig, change), all, MAIN, "0"),
                App::printedLink);
        app.awaitOutput("On air");
        return app;
    }

    /** Started in a rig, and ready to be watched. */
    static App start(Rig rig, String... options) {
        return start(rig, environment -> {}, options);
    }

    /** Started in a rig whose variables are changed first, and ready to be watched. */
    static App start(Rig rig, Consumer<Map<String, String>> change, String... options) {
        return start(
                rig,
                change,
                Stream.concat(Stream.of("--headless"), Arrays.stream(options)).toList());
    }

    /** As {@link #start}, but not asked to do without a window. */
    static App withoutHeadless(Rig rig, Consumer<Map<String, String>> change, String... options) {
        return start(rig, change, List.of(options));
    }

    /** Started with its window on the rig's screen, where it waits for somebody to go live. */
    static App inWindow(Rig rig, String... options) {
        return inWindow(rig, MAIN, onLoopback(List.of(options)));
    }

    /** The same, by another main class. */
    static App inWindow(Rig rig, String main, List<String> options) {
        return ready(
                new App(Folders.temporary("app"), Child::start, variables(rig, it -> {}), options, main, "0"),
                App::writtenLink);
    }

    private static App start(Rig rig, Consumer<Map<String, String>> change, List<String> options) {
        return ready(
                new App(Folders.temporary("app"), Child::start, variables(rig, change), onLoopback(options), MAIN, "0"),
                App::printedLink);
    }

    private static List<String> onLoopback(List<String> options) {
        return Stream.concat(Stream.of("--https-bind", "127.0.0.1", "--https-port", "0"), options.stream())
                .toList();
    }

    private static Consumer<Map<String, String>> variables(Rig rig, Consumer<Map<String, String>> change) {
        return variables -> {
            variables.keySet().removeIf(name -> name.startsWith("HELIOGRAPH_"));
            variables.putAll(rig.environment());
            variables.putAll(rig.preload());
            // Nothing leaves this machine.
            variables.put("HELIOGRAPH_ICE_SERVER", "none");
            variables.put("HELIOGRAPH_NETWORK_CHECK", "none");
            variables.put("HELIOGRAPH_USER", USER);
            variables.put("HELIOGRAPH_PASSWORD", PASSWORD);
            change.accept(variables);
        };
    }

    /** The same once more, at the same address and with the same data, after it has ended. */
    App again() {
        return ready(
                new App(
                        folder,
                        starter,
                        environment,
                        options,
                        main,
                        String.valueOf(URI.create(url).getPort())),
                App::printedLink);
    }

    private Optional<String> printedLink() {
        Matcher link = LINK.matcher(output());
        return link.find() ? Optional.of(link.group(1)) : Optional.empty();
    }

    /** Where there is a window, it shows the link; the commands for invitations find it in the data folder. */
    private Optional<String> writtenLink() {
        return Optional.of(data().resolve("link")).filter(Files::exists).map(it -> read(it).trim());
    }

    private static App ready(App app, Function<App, Optional<String>> link) {
        try {
            await("the program's link")
                    .atMost(START)
                    .until(() -> link.apply(app).isPresent() || !app.process.alive());
            app.url = link.apply(app)
                    .orElseThrow(() -> new IllegalStateException("the program ended with " + app.process.exitCode()));
            return app;
        } catch (RuntimeException e) {
            app.process.kill();
            throw new IllegalStateException(e.getMessage() + "; it said:\n" + app.output(), e);
        }
    }

    /** The link for viewers, with a slash at its end. */
    String url() {
        return url.endsWith("/") ? url : url + "/";
    }

    /** The link over TLS, with a slash at its end. It is printed after the other one. */
    String secureUrl() {
        return "https://127.0.0.1:" + awaitPrinted(SECURE).group(1) + "/";
    }

    /** Waits until it has printed something like it, and returns the first. */
    MatchResult awaitPrinted(Pattern wished) {
        await("the program prints " + wished)
                .atMost(START)
                .until(() -> wished.matcher(output()).find());
        return wished.matcher(output()).results().findFirst().orElseThrow();
    }

    /** All that it printed. */
    String output() {
        return read(log);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Path data() {
        return folder.resolve("data");
    }

    /** With what a broadcaster on another machine would join; the server knows it. */
    String broadcasterCredential() {
        String credential = order("", "broadcasters", "create", "--name", "Hall");
        awaitOutput("(Hall) made");
        return credential.trim();
    }

    /** What {@code accounts ...} or {@code invitations ...} prints, run beside it on its data; {@code typed} is its standard input. */
    String order(String typed, String... words) {
        Stream<String> command = Stream.concat(Arrays.stream(words), Stream.of("--data", data().toString()));
        return Orders.carryOut(MAIN, command.toList(), typed);
    }

    /** Waits until it has printed this. */
    void awaitOutput(String text) {
        awaitPrinted(Pattern.compile(Pattern.quote(text)));
    }

    ProcessHandle desk() {
        return process.handle();
    }

    /** The studio that runs now, waited for. */
    ProcessHandle studio() {
        return await("the studio")
                .atMost(START)
                .until(this::findStudio, Optional::isPresent)
                .orElseThrow();
    }

    private Optional<ProcessHandle> findStudio() {
        return desk().children().filter(App::isStudio).findFirst();
    }

    // ProcessHandle.Info gives no command line that is as long as ours.
    private static boolean isStudio(ProcessHandle child) {
        try {
            return Files.readString(Path.of("/proc", String.valueOf(child.pid()), "cmdline"))
                    .contains(STUDIO);
        } catch (IOException gone) {
            return false;
        }
    }

    /** Sends SIGTERM, as {@code kill} and a service manager do; gives the milliseconds until it had ended. */
    long terminate() {
        long start = System.nanoTime();
        desk().destroy();
        awaitEnd();
        return Duration.ofNanos(System.nanoTime() - start).toMillis();
    }

    /** Waits until it has ended by itself. */
    void awaitEnd() {
        await("the end of the program").atMost(START).until(() -> !process.alive());
    }

    int exitCode() {
        return process.exitCode();
    }

    /** A viewer who has signed in and sees the picture move. */
    Viewer watchedIn(Browser browser) {
        Viewer viewer = Viewer.open(browser, url()).signIn(USER, PASSWORD);
        viewer.awaitState("live");
        viewer.awaitMovingPicture(START);
        return viewer;
    }

    @Override
    public void close() {
        process.close();
        Folders.delete(folder);
    }
}
