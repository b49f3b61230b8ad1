package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.StudioCommand;
import heliograph.signaling.protocol.MalformedMessageException;
import heliograph.signaling.protocol.SealedJson;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studio's standard input, read on thread {@code commands} until it ends. */
final class Commands implements Runnable {
    private static final Logger log = LoggerFactory.getLogger(Commands.class);

    private final SealedJson<StudioCommand> json = SealedJson.of(StudioCommand.class);
    private final InputStream in;
    private final Consumer<StudioCommand> commands;
    private final Runnable end;

    Commands(InputStream in, Consumer<StudioCommand> commands, Runnable end) {
        this.in = in;
        this.commands = commands;
        this.end = end;
    }

    @Override
    public void run() {
        try (BufferedReader reader = new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))) {
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                read(line);
            }
        } catch (IOException e) {
            log.warn("commands: {}", e.getMessage());
        } finally {
            end.run();
        }
    }

    private void read(String line) {
        try {
            commands.accept(json.decode(line));
        } catch (MalformedMessageException e) {
            log.warn("commands: a line that is none: {}", e.getMessage());
        }
    }
}
