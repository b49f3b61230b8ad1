package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.room.RelayMember;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Windows and players that the relay serves, over real sockets. */
class RelayOverTheWireTest extends WithServer {
    private static final String OFFER = lines(
            "v=0",
            "o=- 1 1 IN IP4 127.0.0.1",
            "s=-",
            "t=0 0",
            "m=video 9 UDP/TLS/RTP/SAVPF 96",
            "a=ice-ufrag:mine",
            "a=ice-pwd:0123456789012345678901",
            "a=mid:0");

    private final Answering relay = new Answering();
    private final List<Client> clients = new ArrayList<>();
    private FakeBroadcaster broadcaster;

    @BeforeEach
    void threeWatchDirectly() throws Exception {
        broadcaster = t.onAir();
        t.server.relay(events -> events.joined(relay));
        for (int i = 0; i < 3; i++) {
            Client viewer = viewer();
            Message.Live live = viewer.hear(Message.Live.class);
            assertThat(live.path()).isEqualTo("direct");
            viewer.say(new Message.Offer(String.valueOf(live.session()), "v=0"));
            broadcaster.answer();
            viewer.hear(Message.Answer.class);
            viewer.hear(Message.Candidate.class);
            viewer.hear(Message.Candidate.class);
        }
    }

    @AfterEach
    void leave() {
        clients.forEach(Client::close);
        broadcaster.close();
    }

    private Client viewer() throws Exception {
        Client client = t.connect();
        clients.add(client);
        client.join(t.viewerToken());
        return client;
    }

    @Test
    void theFourthWindowIsServedByTheRelayAndTheFirstGoesOver() throws Exception {
        Client fourth = viewer();
        Message.Live live = fourth.hear(Message.Live.class);
        assertThat(live.path()).isEqualTo("relay");
        String session = String.valueOf(live.session());
        fourth.say(new Message.Offer(session, OFFER));
        assertThat(fourth.hear(Message.Answer.class)).isEqualTo(new Message.Answer(session, answerTo(session)));
        CountDownLatch heard = new CountDownLatch(1);
        t.server.relay(events -> {
            events.viewerPlays(session);
            heard.countDown();
        });
        assertThat(heard.await(30, TimeUnit.SECONDS)).isTrue();

        // Nobody is moved in the seconds after somebody has come.
        t.clock.advance(Duration.ofSeconds(5));
        Client first = clients.get(0);
        Message.Live over = first.hear(Message.Live.class);
        assertThat(over.path()).isEqualTo("relay");
        first.say(new Message.Offer(String.valueOf(over.session()), OFFER));
        assertThat(first.hear(Message.Answer.class).session()).isEqualTo(over.session());
    }

    @Test
    void aPlayerIsServedByTheRelayFromItsOfferToItsEnd() throws Exception {
        String token = t.viewerToken();
        HttpResponse<String> created = t.send(HttpRequest.newBuilder(t.uri("/whep"))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/sdp")
                .POST(HttpRequest.BodyPublishers.ofString(OFFER)));
        assertThat(created.statusCode()).isEqualTo(201);
        String session = relay.offered.get(0);
        assertThat(created.body()).startsWith(answerTo(session));

        String location = created.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> trickled = t.send(HttpRequest.newBuilder(t.uri(location))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/trickle-ice-sdpfrag")
                .header("If-Match", created.headers().firstValue("ETag").orElseThrow())
                .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofString(lines(
                                "a=ice-ufrag:mine",
                                "a=ice-pwd:0123456789012345678901",
                                "m=video 9 UDP/TLS/RTP/SAVPF 96",
                                "a=mid:0",
                                "a=candidate:1 1 udp 1 192.0.2.1 9 typ host"))));
        assertThat(trickled.statusCode()).isEqualTo(204);
        await().untilAsserted(
                        () -> assertThat(relay.said).contains(session + " candidate:1 1 udp 1 192.0.2.1 9 typ host"));

        HttpResponse<String> restarted = t.send(HttpRequest.newBuilder(t.uri(location))
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/trickle-ice-sdpfrag")
                .header("If-Match", "*")
                .method(
                        "PATCH",
                        HttpRequest.BodyPublishers.ofString(lines(
                                "a=ice-ufrag:next",
                                "a=ice-pwd:1123456789012345678901",
                                "m=video 9 UDP/TLS/RTP/SAVPF 96",
                                "a=mid:0"))));
        assertThat(restarted.statusCode()).isEqualTo(200);
        assertThat(relay.offered).containsExactly(session, session);

        HttpResponse<String> deleted = t.send(HttpRequest.newBuilder(t.uri(location))
                .header("Authorization", "Bearer " + token)
                .DELETE());
        assertThat(deleted.statusCode()).isEqualTo(200);
        await().untilAsserted(() -> assertThat(relay.said).contains(session + " left"));
        assertThat(broadcaster.client.heardNothing()).isTrue();
    }

    @Test
    void aPlayersOfferThatTheRelayCannotServeIsAnsweredByTheBroadcaster() throws Exception {
        relay.refuses = true;
        String token = t.viewerToken();
        CompletableFuture<HttpResponse<String>> asked = t.http.sendAsync(
                HttpRequest.newBuilder(t.uri("/whep"))
                        .header("Authorization", "Bearer " + token)
                        .header("Content-Type", "application/sdp")
                        .POST(HttpRequest.BodyPublishers.ofString(OFFER))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        broadcaster.answer();
        HttpResponse<String> created = asked.get(20, TimeUnit.SECONDS);
        assertThat(created.statusCode()).isEqualTo(201);
        assertThat(created.body()).startsWith("v=0").contains("a=sendonly");
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static String answerTo(String session) {
        return lines(
                "v=0",
                "s=" + session,
                "m=video 9 UDP/TLS/RTP/SAVPF 96",
                "a=ice-ufrag:its",
                "a=ice-pwd:2123456789012345678901",
                "a=mid:0");
    }

    /** A relay without media: answers every offer at once, or none. */
    private final class Answering implements RelayMember {
        final List<String> offered = new CopyOnWriteArrayList<>();
        final List<String> said = new CopyOnWriteArrayList<>();
        volatile boolean refuses;

        @Override
        public void offerUpstream(String session, Layer layer) {}

        @Override
        public void upstreamAnswered(String session, Layer layer, String sdp) {}

        @Override
        public void upstreamEnded(Layer layer) {}

        @Override
        public void viewerOffered(String session, String sdp, boolean patient) {
            offered.add(session);
            t.server.relay(events -> {
                if (refuses) {
                    events.viewerRefused(session);
                } else {
                    events.viewerAnswered(session, answerTo(session));
                    events.viewerPlays(session);
                }
            });
        }

        @Override
        public void viewerCandidate(String session, String candidate) {
            said.add(session + " " + candidate);
        }

        @Override
        public void viewerLeft(String session) {
            said.add(session + " left");
        }
    }
}
