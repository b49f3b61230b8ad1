package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.PeerFigures;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Viewers who come, go and misbehave, and the room they are in; no one of them disturbs another. */
class StudioViewersTest {
    private static final Duration SOON = Patience.LIMIT;

    private StudioScene scene;
    private String watcher;
    private String ssrc;

    @BeforeEach
    void startAll() throws Exception {
        scene = StudioScene.withoutDevices();
        scene.goOnAir(Broadcasts.start(scene.room(), new Source.Test(), new Source.Test()), SOON);
        watcher = scene.watch();
        await().atMost(SOON)
                .until(() -> scene.seen(watcher).frames() > 10
                        && !scene.seen(watcher).ssrc().equals("0"));
        ssrc = scene.seen(watcher).ssrc();
    }

    @AfterEach
    void endAll() {
        scene.close();
    }

    @Test
    void thirtyViewersWhoComeAndGoCostAnotherNoFrame() {
        for (int i = 0; i < 30; i++) {
            String passerBy = scene.watch();
            await().atMost(SOON).until(() -> scene.seen(passerBy).frames() > 0);
            scene.receiver().leave(passerBy);
        }
        await().atMost(SOON)
                .until(() -> scene.newest(StudioEvent.Peers.class).equals(Optional.of(new StudioEvent.Peers(1, 1))));

        assertThatTheWatcherGoesOn();
        assertThat(scene.process().isAlive()).isTrue();
    }

    @Test
    void eachViewersFiguresAreTold() {
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.newest(StudioEvent.Figures.class))
                        .hasValueSatisfying(told -> assertThat(told.peers())
                                .singleElement()
                                .satisfies(peer -> {
                                    assertThat(peer.session()).isEqualTo(watcher);
                                    assertThat(peer.layer()).isNull();
                                    assertThat(peer.codec()).isNotNull();
                                    assertThat(peer.width()).isPositive();
                                    assertThat(peer.height()).isPositive();
                                    assertThat(peer.framesPerSecond()).isPositive();
                                    assertThat(peer.kilobitsPerSecond()).isPositive();
                                    assertThat(peer.roundTripMillis()).isNotNull();
                                    assertThat(peer.lossPerMille()).isNotNull();
                                    assertThat(peer.route()).isEqualTo(PeerFigures.Route.STRAIGHT);
                                })));
        scene.receiver().leave(watcher);
        scene.room().toStudio(new Message.Leave(watcher, null));
        await().atMost(SOON)
                .until(() -> scene.newest(StudioEvent.Figures.class)
                        .equals(Optional.of(new StudioEvent.Figures(List.of()))));
    }

    @Test
    void garbageEndsItsOwnSessionAlone() {
        List<Message> answers = new CopyOnWriteArrayList<>();
        for (String sdp : List.of(
                "",
                "garbage",
                "v=0\r\no=- 1 1 IN IP4 0.0.0.0\r\ns=-\r\nt=0 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=recvonly\r\n",
                "v=0\r\nm=audio 9 UDP/TLS/RTP/SAVPF 111\r\na=rtpmap:111 opus/48000/2\r\na=recvonly\r\n")) {
            String session = scene.room().watch(answers::add);
            scene.room().toStudio(new Message.Offer(session, sdp));
            await().atMost(SOON)
                    .until(() -> answers.stream()
                            .anyMatch(m -> m instanceof Message.Leave leave && session.equals(leave.session())));
        }
        for (String candidate : List.of("x", "candidate:", "candidate:1 1 udp 1 example.org 9 typ host", "\0")) {
            scene.room().toStudio(new Message.Candidate(watcher, candidate, null, null));
        }
        scene.room()
                .toStudio(new Message.Candidate(watcher, "candidate:1 1 udp 1 192.0.2.77 9 typ host", "nowhere", -7));
        scene.room().toStudio(new Message.Leave("no-such-session", null));

        assertThatTheWatcherGoesOn();
    }

    @Test
    void aRoomThatIsLostIsReportedAndJoinedAgain() {
        scene.room().cut();

        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.events(StudioEvent.Cured.class))
                        .contains(new StudioEvent.Cured(Problem.Kind.ROOM_UNREACHABLE, null)));
        assertThat(scene.newest(StudioEvent.Peers.class)).contains(new StudioEvent.Peers(0, 0));
        String again = scene.watch();
        await().atMost(SOON).until(() -> scene.seen(again).frames() > 10);
    }

    @Test
    void stopTellsTheRoomThatItIsOver() {
        scene.send(new StudioCommand.Stop());

        await().atMost(SOON)
                .untilAsserted(
                        () -> assertThat(scene.room().received()).contains(new Message.Offline(OfflineReason.ENDED)));
        assertThat(scene.newest(StudioEvent.OffAir.class)).isPresent();
        assertThat(scene.newest(StudioEvent.Peers.class)).contains(new StudioEvent.Peers(0, 0));
    }

    @Test
    void withoutAudioDaemonAndCameraItSaysSo() {
        await().atMost(SOON).until(() -> scene.newest(StudioEvent.Devices.class).isPresent());

        assertThat(scene.newest(StudioEvent.Devices.class).orElseThrow().problems())
                .extracting(Problem::kind)
                .containsExactly(Problem.Kind.NO_CAMERA, Problem.Kind.NO_AUDIO_DAEMON);
    }

    /** By the same sender, and all that it sent came; the encoder itself leaves out frames when the machine has no time for it. */
    private void assertThatTheWatcherGoesOn() {
        int frames = scene.seen(watcher).frames();
        await().atMost(SOON).until(() -> scene.seen(watcher).frames() > frames + 60);
        ReceiverReport.Seen seen = scene.seen(watcher);
        assertThat(seen.ssrc()).isEqualTo(ssrc);
        assertThat(seen.lost()).as("%s", seen).isZero();
    }
}
