package heliograph.rig;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A PulseAudio of the rig's own, which touches nothing of the user's; used from one thread. */
final class Audio implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(20);

    private final Path folder;
    private final Path socket;
    private final Map<FakeMicrophone, List<String>> added = new HashMap<>();
    private @Nullable Child daemon;

    Audio(Path folder) {
        this.folder = folder;
        this.socket = folder.resolve("native");
    }

    /** What a program needs to find this daemon and no other. */
    Map<String, String> environment() {
        return Map.of(
                "PULSE_SERVER",
                "unix:" + socket,
                "PULSE_RUNTIME_PATH",
                folder.resolve("run").toString());
    }

    void start() {
        if (daemon != null) {
            return;
        }
        Path script = folder.resolve("rig.pa");
        try {
            Files.createDirectories(folder.resolve("home"));
            Files.createDirectories(
                    folder.resolve("run"),
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rwx------")));
            Files.deleteIfExists(socket);
            Files.write(script, script());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Path log = folder.resolve("pulseaudio.log");
        Child started = Child.start(
                List.of(
                        "pulseaudio",
                        "-n",
                        "-F",
                        script.toString(),
                        "--daemonize=no",
                        "--exit-idle-time=-1",
                        "--disallow-exit",
                        "--use-pid-file=no",
                        "--realtime=no",
                        "--high-priority=no",
                        "--log-target=stderr",
                        "--log-level=notice"),
                environment -> {
                    List.of("DISPLAY", "PULSE_SERVER", "LD_PRELOAD").forEach(environment::remove);
                    environment.put("HOME", folder.resolve("home").toString());
                    environment.put("XDG_RUNTIME_DIR", folder.resolve("run").toString());
                    environment.put("PULSE_RUNTIME_PATH", folder.resolve("run").toString());
                },
                log);
        daemon = started;
        await("PulseAudio, see " + log).atMost(LIMIT).until(() -> Files.exists(socket) || !started.alive());
        control("info");
    }

    private List<String> script() {
        // Without norewinds a null sink takes sound two seconds ahead and lets who begins to play wait for up to one of
        // them,
        // as no sound card does: what a browser has received until then is heard late.
        Stream<String> speakers = Stream.of(
                ".fail",
                "load-module module-native-protocol-unix auth-anonymous=1 socket=" + socket,
                "load-module module-null-sink sink_name=speakers rate=48000 channels=2 norewinds=1"
                        + " sink_properties=\"device.description='Rig Speakers'\"");
        Stream<String> microphones = Stream.of(FakeMicrophone.A, FakeMicrophone.B)
                .flatMap(microphone -> modules(microphone).stream())
                .map(module -> "load-module " + String.join(" ", module));
        Stream<String> defaults =
                Stream.of("set-default-sink speakers", "set-default-source " + FakeMicrophone.A.source());
        return Stream.of(speakers, microphones, defaults)
                .flatMap(lines -> lines)
                .toList();
    }

    private static List<List<String>> modules(FakeMicrophone microphone) {
        return List.of(
                List.of(
                        "module-null-sink",
                        "sink_name=" + microphone.feed(),
                        "sink_properties=\"device.description='Feed of " + microphone.name() + "'\"",
                        "rate=48000",
                        "channels=1"),
                List.of(
                        "module-remap-source",
                        "source_name=" + microphone.source(),
                        "master=" + microphone.feed() + ".monitor",
                        "source_properties=\"device.description='" + microphone.name() + "'\"",
                        "remix=no"));
    }

    void add(FakeMicrophone microphone) {
        added.put(microphone, modules(microphone).stream().map(this::loadModule).toList());
    }

    void remove(FakeMicrophone microphone) {
        List<String> modules = new ArrayList<>(added.getOrDefault(microphone, List.of()));
        added.remove(microphone);
        if (modules.isEmpty()) {
            modules = loadedModules(microphone);
        }
        Collections.reverse(modules);
        modules.forEach(module -> control("unload-module", module));
    }

    private List<String> loadedModules(FakeMicrophone microphone) {
        List<String> loaded = control("list", "short", "modules")
                .lines()
                .filter(line -> line.contains("sink_name=" + microphone.feed() + " ")
                        || line.contains("source_name=" + microphone.source() + " "))
                .map(line -> line.substring(0, line.indexOf('\t')))
                .toList();
        return new ArrayList<>(loaded);
    }

    /** A sine that the microphone hears until it is closed; the daemon makes it, so it needs no process. */
    Tone tone(FakeMicrophone microphone, int hertz) {
        String module = loadModule(List.of("module-sine", "sink=" + microphone.feed(), "frequency=" + hertz));
        return new Tone() {
            private boolean stopped;

            @Override
            public void stop() {
                if (!stopped && daemon != null) {
                    control("unload-module", module);
                }
                stopped = true;
            }

            @Override
            public boolean sounds() {
                return daemon != null
                        && control("list", "short", "modules").lines().anyMatch(it -> it.startsWith(module + "\t"));
            }
        };
    }

    /** As a driver that hangs: streams open, and nothing comes. */
    void suspend(FakeMicrophone microphone, boolean suspend) {
        control("suspend-source", microphone.source(), suspend ? "1" : "0");
    }

    private String loadModule(List<String> module) {
        return control(Stream.concat(Stream.of("load-module"), module.stream()).toArray(String[]::new));
    }

    private String control(String... words) {
        List<String> command = new ArrayList<>(List.of("pactl"));
        command.addAll(List.of(words));
        return Command.run(command, variables -> variables.putAll(environment()), LIMIT);
    }

    void stop() {
        if (daemon != null) {
            daemon.close();
            daemon = null;
            added.clear();
        }
    }

    @Override
    public void close() {
        stop();
    }
}
