package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.link.VideoCodec;
import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.protocol.Message;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the studio and a viewer agree on: codec, ports, a second offer, and how it ends without a word. */
class StudioNegotiationTest {
    private static final Duration SOON = Patience.LIMIT;
    /** libwebrtc takes 15 s to be sure, and this machine may be busy. */
    private static final Duration LATE = Duration.ofSeconds(90);

    /** Below those of which the system gives one to whoever asks for any. */
    private static final Broadcast.UdpPorts PORTS = new Broadcast.UdpPorts(22_310, 22_319);

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
    void anIceRestartGoesOnInTheSameSession() {
        goOnAir(VideoCodec.AUTO);
        String session = scene.watch();
        await().atMost(SOON)
                .until(() -> scene.seen(session).frames() > 60
                        && !scene.seen(session).ssrc().equals("0"));
        String ssrc = scene.seen(session).ssrc();

        for (int restarts = 1; restarts <= 3; restarts++) {
            scene.receiver().restartIce(session);
            int expected = restarts + 1;
            await().atMost(SOON).until(() -> answers(session).size() == expected);
            int frames = scene.seen(session).frames();
            await().atMost(SOON).until(() -> scene.seen(session).frames() > frames + 60);
        }

        assertThat(answers(session).stream().map(StudioNegotiationTest::fragment))
                .doesNotHaveDuplicates();
        assertThat(scene.newest(StudioEvent.Peers.class)).contains(new StudioEvent.Peers(1, 1));
        assertThat(scene.seen(session).ssrc()).as("%s", scene.seen(session)).isEqualTo(ssrc);
    }

    @Test
    void iceServersThatComeLaterAreUsedByTheNextIceRestart() throws Exception {
        goOnAir(VideoCodec.AUTO);
        // Of a viewer whom nothing reaches: libwebrtc asks no TURN server any more once it has a way.
        scene.room().toStudio(new Message.Offer("lonely", offer("before")));
        await().atMost(SOON).until(() -> answers("lonely").size() == 1);
        try (DatagramSocket turn = new DatagramSocket(0, InetAddress.getLoopbackAddress())) {
            turn.setSoTimeout((int) LATE.toMillis());
            String url = "turn:127.0.0.1:" + turn.getLocalPort() + "?transport=udp";
            scene.room().toStudio(new Message.IceServers(List.of(new IceServer(List.of(url), "user", "pass"))));
            scene.room().toStudio(new Message.Offer("lonely", offer("after")));
            // RFC 8656, section 17: an Allocate request. Before it, it is asked as a STUN server.
            DatagramPacket request = new DatagramPacket(new byte[64], 64);
            do {
                turn.receive(request);
            } while (request.getData()[0] != 0 || request.getData()[1] != 3);
        }
        await().atMost(SOON).until(() -> answers("lonely").size() == 2);
    }

    @ParameterizedTest
    @EnumSource(mode = EnumSource.Mode.EXCLUDE, names = "AUTO")
    void theCodecThatIsWishedForIsSent(VideoCodec codec) {
        goOnAir(codec);

        String session = scene.watch();

        await().atMost(SOON).until(() -> scene.seen(session).frames() > 30);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.seen(session).codec()).isEqualTo("video/" + codec));
        assertThat(scene.seen(session).mark()).isEqualTo(5);
    }

    @Test
    void mediaKeepsToThePortsThatAreAllowed() {
        goOnAir(VideoCodec.AUTO);

        String session = scene.watch();

        await().atMost(SOON).until(() -> scene.seen(session).frames() > 10);
        assertThat(scene.room().received())
                .filteredOn(Message.Candidate.class::isInstance)
                .extracting(message -> ((Message.Candidate) message).candidate().split(" "))
                .filteredOn(words -> words.length > 5 && words[2].equals("udp"))
                .isNotEmpty()
                .allMatch(words ->
                        Integer.parseInt(words[5]) >= PORTS.min() && Integer.parseInt(words[5]) <= PORTS.max());
    }

    @Test
    void aViewerWhoIsGoneWithoutAWordIsNoticed() {
        goOnAir(VideoCodec.AUTO);
        String session = scene.watch();
        await().atMost(SOON).until(() -> scene.seen(session).frames() > 10);

        scene.receiver().kill();

        await().atMost(LATE)
                .untilAsserted(
                        () -> assertThat(scene.newest(StudioEvent.Peers.class)).contains(new StudioEvent.Peers(0, 0)));
        // The room hears it by another way than the desk, and not before it.
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(scene.room().received())
                        .anyMatch(
                                message -> message instanceof Message.Leave leave && session.equals(leave.session())));
        assertThat(scene.process().isAlive()).isTrue();
    }

    private void goOnAir(VideoCodec codec) {
        scene.goOnAir(
                new StudioCommand.Start(new Broadcast(
                        new Source.Test(),
                        new Source.Test(),
                        new Broadcast.Video(640, 480, 30, 1000, codec),
                        new Broadcast.Processing(true, true, true),
                        scene.room().uri(),
                        FakeRoom.TOKEN,
                        PORTS,
                        Broadcasts.SLATE,
                        Broadcast.Withheld.NOTHING)),
                SOON);
    }

    private static String offer(String ufrag) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0\r\n"
                + "m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\na=ice-ufrag:" + ufrag
                + "\r\na=ice-pwd:0123456789012345678901\r\na=fingerprint:sha-256 00" + ":00".repeat(31)
                + "\r\na=setup:actpass\r\na=mid:0\r\na=recvonly\r\na=rtcp-mux\r\na=rtpmap:96 VP8/90000\r\n";
    }

    private List<String> answers(String session) {
        return scene.room().received().stream()
                .filter(message -> message instanceof Message.Answer answer
                        && answer.session().equals(session))
                .map(message -> ((Message.Answer) message).sdp())
                .toList();
    }

    /** The name that ICE goes by in this answer. */
    private static String fragment(String sdp) {
        return sdp.lines()
                .filter(line -> line.startsWith("a=ice-ufrag:"))
                .findFirst()
                .orElseThrow();
    }
}
