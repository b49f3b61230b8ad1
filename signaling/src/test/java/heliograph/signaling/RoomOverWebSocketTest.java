package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Audience;
import java.net.http.WebSocketHandshakeException;
import java.time.Duration;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.Test;

class RoomOverWebSocketTest extends WithServer {
    @Test
    void twoViewersNegotiateWithTheBroadcasterAndHearOnlyTheirOwn() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir();
                Client one = t.connect();
                Client two = t.connect()) {
            assertThat(one.join(t.viewerToken()).role()).isEqualTo(Role.VIEWER);
            assertThat(two.join(t.viewerToken()).iceServers()).isEqualTo(TestServer.ICE.of("", t.clock.instant()));
            for (Client viewer : new Client[] {one, two}) {
                String session = session(viewer);
                viewer.say(new Message.Offer(session, "v=0 " + session));
                assertThat(broadcaster.answer()).isEqualTo(new Message.Offer(session, "v=0 " + session));
                assertThat(viewer.hear(Message.Answer.class).session()).isEqualTo(session);
                assertThat(viewer.hear(Message.Candidate.class).candidate()).isEqualTo(FakeBroadcaster.CANDIDATE);
                assertThat(viewer.hear(Message.Candidate.class).candidate()).isEmpty();
                viewer.say(new Message.Candidate(session, "candidate:2", "0", 0));
                assertThat(broadcaster.client.hear(Message.Candidate.class).session())
                        .isEqualTo(session);
            }
            assertThat(one.heardNothing()).isTrue();
        }
    }

    @Test
    void aViewerWhoseSocketBreaksIsReportedToTheBroadcaster() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir()) {
            Client viewer = t.connect();
            viewer.join(t.viewerToken());
            String session = session(viewer);
            viewer.say(new Message.Offer(session, "v=0"));
            broadcaster.answer();
            viewer.close();
            assertThat(broadcaster.client.hear(Message.Leave.class).session()).isEqualTo(session);
        }
    }

    @Test
    void aBroadcasterWhoseSocketBreaksInterruptsAndComesBack() throws Exception {
        try (Client viewer = t.connect()) {
            FakeBroadcaster broadcaster = t.onAir();
            viewer.join(t.viewerToken());
            String before = session(viewer);
            broadcaster.close();
            assertThat(viewer.hear(Message.Offline.class).reason()).isEqualTo(OfflineReason.INTERRUPTED);
            try (FakeBroadcaster again = t.onAir()) {
                String after = session(viewer);
                assertThat(after).isNotEqualTo(before);
                viewer.say(new Message.Offer(after, "v=0"));
                assertThat(again.answer().session()).isEqualTo(after);
            }
        }
    }

    @Test
    void theWindowHearsHowManyWatch() throws Exception {
        AtomicReference<Audience> audience = new AtomicReference<>();
        t.server.onAudience(audience::set);
        assertThat(audience.get()).isEqualTo(new Audience(false, 0, 0, 0));
        try (FakeBroadcaster broadcaster = t.onAir();
                Client viewer = t.connect()) {
            viewer.join(t.viewerToken());
            viewer.say(new Message.Offer(session(viewer), "v=0"));
            broadcaster.answer();
            await().untilAsserted(() -> assertThat(audience.get()).isEqualTo(new Audience(true, 1, 0, 0)));
        }
        await().untilAsserted(() -> assertThat(audience.get()).isEqualTo(new Audience(false, 0, 0, 0)));
    }

    @Test
    void aTokenThatIsNotGoodIsToldSoAndTheSocketCloses() throws Exception {
        try (Client client = t.connect()) {
            client.say(new Message.Join("eyJ"));
            assertThat(client.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNAUTHORIZED);
            assertThat(client.closeCode()).isEqualTo(ErrorCode.UNAUTHORIZED.closeCode());
        }
    }

    @Test
    void aTokenThatRunsOutWhileSomebodyWatchesEndsItAndIsNotGoodAgain() throws Exception {
        String token = t.viewerToken();
        try (Client viewer = t.connect()) {
            viewer.join(token);
            viewer.hear(Message.Offline.class);
            t.clock.advance(Duration.ofHours(12));
            assertThat(viewer.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.TOKEN_EXPIRED);
            assertThat(viewer.closeCode()).isEqualTo(ErrorCode.TOKEN_EXPIRED.closeCode());
        }
        try (Client again = t.connect()) {
            again.say(new Message.Join(token));
            assertThat(again.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.TOKEN_EXPIRED);
        }
    }

    @Test
    void whoeverSaysNothingIsClosedAfterTheJoinTimeout() throws Exception {
        try (Client client = t.connect()) {
            // The clock may go on before the room has heard of the socket: so again, until it is over.
            await().until(() -> {
                t.clock.advance(Duration.ofSeconds(5));
                return !client.isOpen();
            });
            assertThat(client.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.JOIN_TIMEOUT);
            assertThat(client.closeCode()).isEqualTo(ErrorCode.JOIN_TIMEOUT.closeCode());
        }
    }

    @Test
    void garbageEndsThatSocketAlone() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir();
                Client viewer = t.connect()) {
            viewer.join(t.viewerToken());
            String session = session(viewer);
            for (String garbage :
                    new String[] {"", "{", "[]", "{\"type\":\"no-such\"}", "\u0000", "[".repeat(50_000)}) {
                try (Client other = t.connect()) {
                    other.join(t.viewerToken());
                    other.hear(Message.Live.class);
                    other.sayText(garbage);
                    assertThat(other.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
                    assertThat(other.closeCode()).isEqualTo(ErrorCode.BAD_MESSAGE.closeCode());
                }
            }
            viewer.say(new Message.Offer(session, "v=0"));
            broadcaster.answer();
            viewer.hear(Message.Answer.class);
        }
    }

    @Test
    void aBinaryFrameEndsThatSocket() throws Exception {
        try (Client client = t.connect()) {
            client.join(t.viewerToken());
            client.hear(Message.Offline.class);
            client.sayBytes(new byte[] {1, 2, 3});
            assertThat(client.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.BAD_MESSAGE);
            assertThat(client.closeCode()).isEqualTo(ErrorCode.BAD_MESSAGE.closeCode());
        }
    }

    @Test
    void aMessageOverItsLimitIsToldSo() throws Exception {
        try (Client client = t.connect()) {
            client.join(t.viewerToken());
            client.hear(Message.Offline.class);
            client.say(new Message.Offer("s", "x".repeat(64 * 1024)));
            assertThat(client.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.TOO_LARGE);
            assertThat(client.closeCode()).isEqualTo(ErrorCode.TOO_LARGE.closeCode());
        }
    }

    /** No more is sent than has to be read: of a connection closed while more comes the close could be lost (RFC 6455, section 7.1.1). */
    @Test
    void aFloodEndsThatSocket() throws Exception {
        try (Client client = t.connect()) {
            client.join(t.viewerToken());
            client.hear(Message.Offline.class);
            for (int i = 0; i < 49; i++) {
                client.say(new Message.Candidate("none", "", null, null));
                assertThat(client.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNKNOWN_SESSION);
            }
            client.say(new Message.Candidate("none", "", null, null));
            assertThat(client.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.TOO_FAST);
            assertThat(client.closeCode()).isEqualTo(ErrorCode.TOO_FAST.closeCode());
        }
    }

    @Test
    void aPageOfAnotherOriginMayNotConnect() {
        String own = "http://" + t.server.watchUri().getAuthority();
        for (String origin : new String[] {"http://evil.example", "null", own + "0", "http://127.0.0.1"}) {
            assertThatThrownBy(() -> new Client(t.http, t.server.roomUri(), origin))
                    .cause()
                    .isInstanceOf(WebSocketHandshakeException.class)
                    .satisfies(e -> assertThat(((WebSocketHandshakeException) e)
                                    .getResponse()
                                    .statusCode())
                            .isEqualTo(403));
        }
        new Client(t.http, t.server.roomUri(), own).close();
    }

    @Test
    void closingSaysGoingAwayToEverybody() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir();
                Client viewer = t.connect();
                Client stranger = t.connect()) {
            viewer.join(t.viewerToken());
            viewer.hear(Message.Live.class);
            t.close();
            for (Client client : new Client[] {viewer, stranger, broadcaster.client}) {
                assertThat(client.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.GOING_AWAY);
                assertThat(client.closeCode()).isEqualTo(ErrorCode.GOING_AWAY.closeCode());
            }
            t.close();
        }
    }

    private static String session(Client viewer) throws InterruptedException {
        return Objects.requireNonNull(viewer.hear(Message.Live.class).session());
    }
}
