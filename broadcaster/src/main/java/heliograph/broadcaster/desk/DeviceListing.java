package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.station.DeviceLabel;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioState;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Prints the first whole list of devices that the studio gives. Any thread. */
final class DeviceListing implements Consumer<Status> {
    private static final Duration PATIENCE = Duration.ofSeconds(15);

    private final Terminal terminal;
    private final Words words;
    private final boolean hasScreen;
    private final CompletableFuture<Status> answer = new CompletableFuture<>();

    DeviceListing(Terminal terminal, Words words, boolean hasScreen) {
        this.terminal = terminal;
        this.words = words;
        this.hasScreen = hasScreen;
    }

    @Override
    public void accept(Status status) {
        if (status.devices().filter(Status.Devices::whole).isPresent()) {
            answer.complete(status);
        } else if (status.studio() instanceof StudioState.Incompatible) {
            answer.completeExceptionally(new IllegalStateException("another version"));
        }
    }

    /** Waits for the list and prints it; the exit status. */
    int print() throws InterruptedException {
        try {
            Status status = answer.get(PATIENCE.toSeconds(), TimeUnit.SECONDS);
            status.devices().ifPresent(devices -> {
                print(
                        "list.cameras",
                        devices.cameras().stream().map(it -> line(it, devices)).toList());
                if (hasScreen) {
                    terminal.say(words.say("list.screen"));
                }
                print(
                        "list.microphones",
                        devices.microphones().stream()
                                .map(it -> "  "
                                        + DeviceLabel.of(
                                                new Source.Device(it.id(), it.name()), devices.microphoneSources()))
                                .toList());
            });
            status.problems().forEach(problem -> terminal.complain(words.problem(problem)));
            return Exit.OK;
        } catch (TimeoutException | ExecutionException e) {
            terminal.complain(words.say("devices-late"));
            return Exit.FAILED;
        }
    }

    private void print(String heading, List<String> lines) {
        terminal.say(words.say(heading));
        List<String> shown = new ArrayList<>(lines);
        if (shown.isEmpty()) {
            shown.add("  " + words.say("list.none"));
        }
        shown.forEach(terminal::say);
    }

    private String line(Camera camera, Status.Devices devices) {
        return "  " + DeviceLabel.of(new Source.Device(camera.id(), camera.name()), devices.cameraSources())
                + camera.modes().stream()
                        .collect(Collectors.groupingBy(
                                mode -> mode.width() + "x" + mode.height(),
                                java.util.LinkedHashMap::new,
                                Collectors.mapping(mode -> String.valueOf(mode.rate()), Collectors.joining(", "))))
                        .entrySet()
                        .stream()
                        .map(size -> System.lineSeparator() + "    "
                                + words.say("list.mode", size.getKey(), size.getValue()))
                        .collect(Collectors.joining());
    }
}
