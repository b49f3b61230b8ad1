package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.signaling.protocol.MalformedMessageException;
import heliograph.signaling.protocol.SealedJson;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;

/** The real studio as a child process, and all that it has said. */
final class StudioChild implements AutoCloseable {
    private final SealedJson<StudioCommand> commands = SealedJson.of(StudioCommand.class);
    private final SealedJson<StudioEvent> json = SealedJson.of(StudioEvent.class);
    private final List<StudioEvent> events = new CopyOnWriteArrayList<>();
    private final JavaChild child;

    StudioChild(Map<String, String> environment, Path log) throws IOException {
        child = new JavaChild(StudioMain.class, environment, log, this::event);
        send(new StudioCommand.Hello(StudioEvent.VERSION));
    }

    void send(StudioCommand command) {
        child.send(commands.encode(command));
    }

    Process process() {
        return child.process();
    }

    /** All events so far. */
    List<StudioEvent> events() {
        return events;
    }

    /** All events of a kind so far. */
    <T extends StudioEvent> List<T> events(Class<T> kind) {
        return events.stream().filter(kind::isInstance).map(kind::cast).toList();
    }

    /** All troubles so far, but that a device was silent: on a busy machine each is, now and then. */
    List<Problem> troubles() {
        return events(StudioEvent.Trouble.class).stream()
                .map(StudioEvent.Trouble::problem)
                .filter(it -> it.kind() != Problem.Kind.CAMERA_SILENT && it.kind() != Problem.Kind.MICROPHONE_SILENT)
                .toList();
    }

    /** The newest event of a kind. */
    <T extends StudioEvent> Optional<T> newest(Class<T> kind) {
        List<T> all = events(kind);
        return all.isEmpty() ? Optional.empty() : Optional.of(all.get(all.size() - 1));
    }

    private void event(String line) {
        try {
            events.add(json.decode(line));
        } catch (MalformedMessageException e) {
            throw new IllegalStateException("the studio said: " + line, e);
        }
    }

    @Override
    public void close() {
        child.close();
    }
}
