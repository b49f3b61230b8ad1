package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.link.VideoCodec;
import heliograph.signaling.protocol.SealedJson;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.SequenceInputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * A studio that is on air for some seconds, in a room that is not there: run once for each build and JVM, so that the JVM can keep
 * the classes that a studio needs ({@code -XX:ArchiveClassesAtExit}). Thread {@code main}.
 */
public final class Rehearsal {
    private static final int SECONDS = 3;
    /** Discard (RFC 863): nobody listens there, and on the loopback the system says so at once. */
    private static final URI NOWHERE = URI.create("ws://127.0.0.1:9/ws");

    private Rehearsal() {}

    /** Takes no arguments. */
    public static void main(String[] args) throws InterruptedException {
        System.setIn(new SequenceInputStream(
                new ByteArrayInputStream(commands().getBytes(StandardCharsets.UTF_8)), new LateEnd()));
        StudioMain.main(args);
    }

    private static String commands() {
        SealedJson<StudioCommand> json = SealedJson.of(StudioCommand.class);
        Broadcast broadcast = new Broadcast(
                new Source.Test(),
                new Source.Test(),
                new Broadcast.Video(640, 360, 30, 500, VideoCodec.AUTO),
                new Broadcast.Processing(true, true, true),
                NOWHERE,
                "none",
                null,
                new Broadcast.Slate("none", "none", "none"),
                Broadcast.Withheld.NOTHING);
        return json.encode(new StudioCommand.Hello(StudioEvent.VERSION))
                + "\n"
                + json.encode(new StudioCommand.Start(broadcast))
                + "\n";
    }

    /** Nothing, and that not at once. */
    private static final class LateEnd extends InputStream {
        @Override
        public int read() throws IOException {
            try {
                TimeUnit.SECONDS.sleep(SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return -1;
        }

        @Override
        public int read(byte @Nullable [] into, int offset, int length) throws IOException {
            return read();
        }
    }
}
