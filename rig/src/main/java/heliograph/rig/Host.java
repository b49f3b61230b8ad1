package heliograph.rig;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;

/** A machine of a {@link Network}: a network namespace, held by a process that only waits. Programs run in it; any thread. */
public final class Host implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);
    private static final String READY = "ready";

    private final String name;
    private final Path folder;
    private final Child holder;

    private Host(String name, Path folder, Child holder) {
        this.name = name;
        this.folder = folder;
        this.holder = holder;
    }

    /**
     * One that is there.
     *
     * @param isolate the command that runs another one in a namespace of its own
     */
    static Host start(String name, List<String> isolate) {
        Path folder = Folders.temporary("host");
        Path log = folder.resolve("log");
        List<String> command = new ArrayList<>(isolate);
        // The signal that ends it with this JVM does not outlive a change of credentials, so it is asked for again.
        command.addAll(
                List.of("setpriv", "--pdeathsig", "KILL", "--", "sh", "-c", "echo " + READY + "; exec sleep infinity"));
        Host host = new Host(name, folder, Child.start(command, environment -> {}, log));
        try {
            await("the host " + name)
                    .atMost(LIMIT)
                    .until(() -> Files.readString(log).contains(READY) || !host.holder.alive());
            if (!host.holder.alive()) {
                throw new IllegalStateException("no host " + name + ": " + Files.readString(log));
            }
            host.run("ip", "link", "set", "lo", "up");
            // A wire's own IPv6 address is there a second or two after the wire: to Chromium another network, for which
            // it gives up
            // all that it is loading (ERR_NETWORK_CHANGED).
            host.run("sh", "-c", "echo 1 > /proc/sys/net/ipv6/conf/default/disable_ipv6");
            return host;
        } catch (IOException e) {
            host.close();
            throw new UncheckedIOException(e);
        } catch (RuntimeException e) {
            host.close();
            throw e;
        }
    }

    /** The command that runs a command here. */
    public List<String> command(List<String> command) {
        String process = Long.toString(holder.handle().pid());
        List<String> here =
                new ArrayList<>(List.of("nsenter", "--target", process, "--user", "--net", "--preserve-credentials"));
        here.add("--");
        here.addAll(command);
        return here;
    }

    /** Starts a program here; see {@link Child#start}. */
    public Child start(List<String> command, Consumer<Map<String, String>> environment, Path output) {
        List<String> guarded = new ArrayList<>(List.of("setpriv", "--pdeathsig", "KILL", "--"));
        guarded.addAll(command);
        return Child.start(command(guarded), environment, output);
    }

    /** Runs a program here to its end. */
    public String run(String... command) {
        return Command.run(command(Arrays.asList(command)), environment -> {}, LIMIT);
    }

    /** A program that runs another one here, for those who want to start one by its path. */
    Path starting(Path program) {
        Path script = folder.resolve(program.getFileName());
        try {
            Files.writeString(
                    script, "#!/bin/sh\nexec " + String.join(" ", command(List.of(program.toString()))) + " \"$@\"\n");
            return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Puts rules of nft(8) in force: a whole table, in place of the one of its name that there was. */
    public void filter(String family, String table, String... chains) {
        String which = family + " " + table;
        run(
                "nft",
                "table " + which + "\ndelete table " + which + "\ntable " + which + " {\n" + String.join("\n", chains)
                        + "\n}");
    }

    /** No rules of this table any more. */
    public void unfilter(String family, String table) {
        run("nft", "delete", "table", family, table);
    }

    /** Neither in nor out by UDP from or to this port of others. */
    public void blockUdp(int port) {
        filter(
                "inet",
                "block",
                "chain in { type filter hook input priority 0; udp sport " + port + " drop; }",
                "chain out { type filter hook output priority 0; udp dport " + port + " drop; }");
    }

    /** What is for nobody here goes to this address. */
    public void route(String gateway) {
        run("ip", "route", "add", "default", "via", gateway);
    }

    /** The process that holds its namespace. */
    long pid() {
        return holder.handle().pid();
    }

    @Override
    public void close() {
        holder.kill();
        Folders.delete(folder);
    }

    @Override
    public String toString() {
        return name;
    }
}
