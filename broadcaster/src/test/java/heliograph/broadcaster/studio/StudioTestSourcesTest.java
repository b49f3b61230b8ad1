package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.Message;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The test picture and the test tone, from the real studio to a real receiver. */
class StudioTestSourcesTest {
    private static final Duration SOON = Patience.LIMIT;

    private StudioScene scene;

    @BeforeEach
    void startAll() throws Exception {
        scene = StudioScene.withoutDevices();
    }

    @AfterEach
    void endAll() {
        scene.close();
    }

    @Test
    void pictureAndToneArrive() {
        goOnAir();
        assertThat(scene.newest(StudioEvent.OnAir.class)).contains(new StudioEvent.OnAir(true, true));

        String session = scene.watch();
        await().atMost(SOON).until(() -> scene.seen(session).frames() > 150);
        await().atMost(SOON).until(() -> scene.seen(session).hertz() > 0);

        ReceiverReport.Seen seen = scene.seen(session);
        assertThat(seen.mark()).isEqualTo(5);
        assertThat(seen.width()).isEqualTo(640);
        // The second row of blocks says when it was made; how old it may be when it is here is the machine's matter.
        assertThat(seen.lagMillis()).isBetween(0, 60_000);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.seen(session).hertz()).isBetween(980, 1020));
        assertThat(scene.newest(StudioEvent.Peers.class)).contains(new StudioEvent.Peers(1, 1));
    }

    @Test
    void whatIsWithheldIsGoneFromTheSameTracksAndComesBack() {
        goOnAir();
        String session = scene.watch();
        awaitPictureAndTone(session);
        String ssrc = scene.seen(session).ssrc();
        StudioCommand.Start start = Broadcasts.start(scene.room(), new Source.Test(), new Source.Test());

        scene.send(Broadcasts.withholding(start, true, false));
        await().atMost(SOON).until(() -> scene.seen(session).mark() == 0);
        assertThat(scene.newest(StudioEvent.OnAir.class))
                .contains(new StudioEvent.OnAir(true, true, new Broadcast.Withheld(true, false)));
        // Three seconds of the slate, with a beep in each: none of them has a frame of the picture.
        int slates = scene.seen(session).frames();
        await().atMost(SOON).until(() -> {
            assertThat(scene.seen(session).mark()).isZero();
            return scene.seen(session).frames() > slates + 15;
        });
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.seen(session).hertz()).isBetween(980, 1020));

        scene.send(Broadcasts.withholding(start, false, true));
        await().atMost(SOON).until(() -> scene.seen(session).mark() == 5);
        // The picture's numbers are the clock: two seconds, in which two beeps would be heard.
        int number = scene.seen(session).number();
        await().atMost(SOON).until(() -> scene.seen(session).number() > number + 30);
        await().atMost(SOON).until(() -> {
            assertThat(scene.seen(session).level()).isLessThan(200);
            return scene.seen(session).number() > number + 90;
        });

        scene.send(start);
        awaitPictureAndTone(session);
        assertThat(scene.seen(session).ssrc()).isEqualTo(ssrc);
        assertThat(scene.room().received().stream().filter(Message.Answer.class::isInstance))
                .hasSize(1);
    }

    private void awaitPictureAndTone(String session) {
        await().atMost(SOON).until(() -> scene.seen(session).mark() == 5);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.seen(session).hertz()).isBetween(980, 1020));
    }

    @Test
    void theRelaysHalfLayerHasHalfTheSizeAndCostsNobodyTheirs() {
        goOnAir();
        String viewer = scene.watch();
        await().atMost(SOON).until(() -> scene.seen(viewer).frames() > 10);
        String half = scene.watchAs(Layer.HALF);
        await().atMost(SOON).until(() -> scene.seen(half).width() == 320);
        assertThat(scene.seen(half).height()).isEqualTo(scene.seen(viewer).height() / 2);
        assertThat(scene.seen(viewer).width()).isEqualTo(640);
        String full = scene.watchAs(Layer.FULL);
        await().atMost(SOON).until(() -> scene.seen(full).width() == 640);
    }

    @Test
    void theEndOfItsInputEndsItWhileItSends() throws Exception {
        goOnAir();
        String session = scene.watch();
        await().atMost(SOON).until(() -> scene.seen(session).frames() > 10);

        scene.process().getOutputStream().close();

        assertThat(scene.process().waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(scene.process().exitValue()).isEqualTo(StudioMain.ENDED);
    }

    @Test
    void anotherVersionEndsIt() throws Exception {
        scene.send(new StudioCommand.Hello(StudioEvent.VERSION + 1));

        assertThat(scene.process().waitFor(SOON.toSeconds(), TimeUnit.SECONDS)).isTrue();
        assertThat(scene.process().exitValue()).isEqualTo(StudioMain.OTHER_VERSION);
    }

    private void goOnAir() {
        scene.goOnAir(Broadcasts.start(scene.room(), new Source.Test(), new Source.Test()), SOON);
    }
}
