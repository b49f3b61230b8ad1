package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.StudioEvent;
import heliograph.signaling.protocol.SealedJson;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** The studio's standard output: one line of JSON an event. Any thread. */
final class Events {
    private final SealedJson<StudioEvent> json = SealedJson.of(StudioEvent.class);
    private final PrintStream out;

    Events(PrintStream out) {
        this.out = out;
    }

    /** Writes an event; waits while the desk does not read. */
    synchronized void send(StudioEvent event) {
        // One write a line: two threads' lines never mix, and no charset but this one is asked.
        byte[] line = (json.encode(event) + "\n").getBytes(StandardCharsets.UTF_8);
        out.write(line, 0, line.length);
        out.flush();
    }
}
