package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.StudioEvent;
import heliograph.signaling.protocol.SealedJson;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.function.UnaryOperator;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The studio's standard output: one line of JSON an event. Any thread. */
final class Events {
    private static final Logger log = LoggerFactory.getLogger(Events.class);

    private final SealedJson<StudioEvent> json = SealedJson.of(StudioEvent.class);
    private OutputStream out;

    Events(OutputStream out) {
        this.out = out;
    }

    /** Writes an event; waits while the desk does not read. */
    synchronized void send(StudioEvent event) {
        // One write a line: two threads' lines never mix, and no charset but this one is asked.
        byte[] line = (json.encode(event) + "\n").getBytes(StandardCharsets.UTF_8);
        try {
            out.write(line);
            out.flush();
        } catch (IOException e) {
            // The desk is gone: the end of its input says so to the rest of the studio.
            log.debug("events: {}", e.getMessage());
        }
    }

    /** From now on another way. */
    synchronized void via(UnaryOperator<OutputStream> other) {
        out = other.apply(out);
    }
}
