package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test picture and the test tone, from the real studio to a real receiver. */
class StudioTestSourcesTest {
    private static final Path LOG = Path.of("target", "studio-test.log");

    private FakeRoom room;
    private StudioChild studio;
    private ReceiverChild receiver;

    @BeforeEach
    void startAll() throws Exception {
        room = new FakeRoom();
        studio = new StudioChild(Map.of("PULSE_SERVER", "unix:/nowhere"), LOG);
        receiver = new ReceiverChild(room, LOG);
    }

    @AfterEach
    void endAll() throws Exception {
        receiver.close();
        studio.close();
        room.close();
    }

    @Test
    void pictureAndToneArrive() {
        goOnAir();
        assertThat(studio.newest(StudioEvent.OnAir.class)).contains(new StudioEvent.OnAir(true, true));

        String session = receiver.watch();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> receiver.seen(session).frames() > 150);
        await().atMost(Duration.ofSeconds(3)).until(() -> receiver.seen(session).hertz() > 0);

        ReceiverReport.Seen seen = receiver.seen(session);
        assertThat(seen.mark()).isEqualTo(5);
        assertThat(seen.worst()).isLessThanOrEqualTo(2);
        assertThat(seen.width()).isEqualTo(640);
        assertThat(seen.lagMillis()).isBetween(0, 500);
        // A receiver that ran short of sound stretches the beep by some of its hundred periods.
        await().atMost(Duration.ofSeconds(5))
                .untilAsserted(() -> assertThat(receiver.seen(session).hertz()).isBetween(900, 1100));
        assertThat(studio.newest(StudioEvent.Peers.class)).contains(new StudioEvent.Peers(1, 1));
    }

    @Test
    void theEndOfItsInputEndsItWhileItSends() throws Exception {
        goOnAir();
        String session = receiver.watch();
        await().atMost(Duration.ofSeconds(10))
                .until(() -> receiver.seen(session).frames() > 10);

        studio.process().getOutputStream().close();

        assertThat(studio.process().waitFor(2, TimeUnit.SECONDS)).isTrue();
        assertThat(studio.process().exitValue()).isEqualTo(StudioMain.ENDED);
    }

    @Test
    void anotherVersionEndsIt() throws Exception {
        studio.send(new StudioCommand.Hello(StudioEvent.VERSION + 1));

        assertThat(studio.process().waitFor(5, TimeUnit.SECONDS)).isTrue();
        assertThat(studio.process().exitValue()).isEqualTo(StudioMain.OTHER_VERSION);
    }

    private void goOnAir() {
        studio.send(Broadcasts.start(room, new Source.Test(), new Source.Test()));
        await().atMost(Duration.ofSeconds(5))
                .until(() -> studio.newest(StudioEvent.OnAir.class).isPresent());
    }
}
