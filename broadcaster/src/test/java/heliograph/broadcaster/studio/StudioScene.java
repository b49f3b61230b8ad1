package heliograph.broadcaster.studio;

import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.rig.Rig;
import heliograph.signaling.protocol.Layer;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.imageio.ImageIO;

/** The real studio in a fake room, with a real receiver to watch it. Lives on the test's thread. */
record StudioScene(FakeRoom room, StudioChild studio, ReceiverChild receiver) implements AutoCloseable {
    private static final Path LOG = Path.of("target", "studio-test.log");

    /** On a machine with neither camera nor audio daemon. */
    static StudioScene withoutDevices() throws Exception {
        return start(Map.of("PULSE_SERVER", "unix:/nowhere"));
    }

    /** On a machine with the rig's cameras and microphones; the rig stays the caller's to close, afterwards. */
    static StudioScene withDevices(Rig rig) throws Exception {
        return start(environment(rig));
    }

    /** One more studio on the rig's machine. */
    static StudioChild another(Rig rig) throws IOException {
        return new StudioChild(environment(rig), LOG);
    }

    private static StudioScene start(Map<String, String> environment) throws Exception {
        FakeRoom room = new FakeRoom();
        return new StudioScene(room, new StudioChild(environment, LOG), new ReceiverChild(room, LOG));
    }

    private static Map<String, String> environment(Rig rig) {
        Map<String, String> environment = new HashMap<>(rig.environment());
        environment.putAll(rig.preload());
        return environment;
    }

    void send(StudioCommand command) {
        studio.send(command);
    }

    /** Sends the command and waits until the studio is on air. */
    void goOnAir(StudioCommand.Start start, Duration limit) {
        studio.send(start);
        await().atMost(limit).until(() -> newest(StudioEvent.OnAir.class).isPresent());
    }

    /** All of the studio's events of a kind so far. */
    <T extends StudioEvent> List<T> events(Class<T> kind) {
        return studio.events(kind);
    }

    /** All that it had trouble with so far, but that a device was silent: on a busy machine each is, now and then. */
    List<Problem> troubles() {
        return studio.troubles();
    }

    /** The studio's newest event of a kind. */
    <T extends StudioEvent> Optional<T> newest(Class<T> kind) {
        return studio.newest(kind);
    }

    /** The newest picture that the desk was shown. */
    BufferedImage preview() {
        String jpeg = newest(StudioEvent.Preview.class).orElseThrow().jpeg();
        try {
            return ImageIO.read(new ByteArrayInputStream(Base64.getDecoder().decode(jpeg)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    Process process() {
        return studio.process();
    }

    /** Has the receiver begin to watch; the session's name. */
    String watch() {
        return receiver.watch();
    }

    /** As the relay does: for one layer. */
    String watchAs(Layer layer) {
        return receiver.watchAs(layer);
    }

    /** What came to the receiver in this session so far. */
    ReceiverReport.Seen seen(String session) {
        return receiver.seen(session);
    }

    @Override
    public void close() {
        receiver.close();
        studio.close();
        room.close();
    }
}
