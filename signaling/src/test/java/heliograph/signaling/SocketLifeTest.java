package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.room.Audience;
import heliograph.signaling.socket.SocketLimits;
import java.net.http.WebSocket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SocketLifeTest {
    /** The silence is longer than any that a busy machine makes of its own. */
    private static final SocketLimits QUICK = quick(Duration.ofSeconds(8));

    @TempDir
    private Path data;

    private static SocketLimits quick(Duration silence) {
        return new SocketLimits(Duration.ofMillis(100), silence, Duration.ofMillis(200), 128 * 1024, 1 << 20, 1000);
    }

    @Test
    void pingsKeepASocketAliveThatHasNothingToSay() throws Exception {
        try (TestServer t = TestServer.start(data, QUICK);
                Client client = t.connect()) {
            client.join(t.viewerToken());
            long before = System.nanoTime();
            await().pollDelay(Duration.ZERO)
                    .until(() -> System.nanoTime() - before > 9_000_000_000L || !client.isOpen());
            assertThat(client.isOpen()).isTrue();
        }
    }

    @Test
    void pingsComeByThemselves() throws Exception {
        CountDownLatch pings = new CountDownLatch(3);
        try (TestServer t = TestServer.start(data, QUICK)) {
            WebSocket socket = t.http.newWebSocketBuilder()
                    .buildAsync(t.server.roomUri(), new WebSocket.Listener() {
                        @Override
                        public @Nullable CompletionStage<?> onPing(WebSocket webSocket, ByteBuffer message) {
                            pings.countDown();
                            webSocket.request(1);
                            return null;
                        }
                    })
                    .join();
            assertThat(pings.await(60, TimeUnit.SECONDS)).isTrue();
            socket.abort();
        }
    }

    @Test
    void aViewerHearsThatTheWayIsOpenWithEveryPing() throws Exception {
        try (TestServer t = TestServer.start(data, QUICK);
                Client client = t.connect()) {
            client.join(t.viewerToken());
            client.hear(Message.Offline.class);
            client.hear(Message.Alive.class);
            client.hear(Message.Alive.class);
        }
    }

    @Test
    void aPingIsAnsweredWithWhatItCarries() throws Exception {
        CountDownLatch answered = new CountDownLatch(1);
        try (TestServer t = TestServer.start(data)) {
            WebSocket socket = t.http.newWebSocketBuilder()
                    .buildAsync(t.server.roomUri(), new WebSocket.Listener() {
                        @Override
                        public @Nullable CompletionStage<?> onPong(WebSocket webSocket, ByteBuffer message) {
                            if (StandardCharsets.US_ASCII
                                    .decode(message)
                                    .toString()
                                    .equals("are you there")) {
                                answered.countDown();
                            }
                            webSocket.request(1);
                            return null;
                        }
                    })
                    .join();
            socket.sendPing(StandardCharsets.US_ASCII.encode("are you there")).join();
            assertThat(answered.await(60, TimeUnit.SECONDS)).isTrue();
            socket.abort();
        }
    }

    @Test
    void whoPingsWithoutEndAndReadsNoAnswerIsClosed() throws Exception {
        // Long enough that only the answers can be the reason.
        SocketLimits slow = new SocketLimits(
                Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMillis(200), 128 * 1024, 256 * 1024, 1000);
        AtomicReference<Audience> audience = new AtomicReference<>();
        try (TestServer t = TestServer.start(data, slow)) {
            t.server.onAudience(audience::set);
            WebSocket socket = t.http.newWebSocketBuilder()
                    .buildAsync(t.server.roomUri(), new SleepingClient())
                    .join();
            socket.sendText("{\"type\":\"join\",\"token\":\"" + t.viewerToken() + "\"}", true)
                    .join();
            await().until(() -> waiting(audience) == 1);
            // The system's own buffers take some megabytes before anything waits here.
            for (int i = 0; i < 400_000 && waiting(audience) == 1; i++) {
                if (socket.sendPing(ByteBuffer.allocate(125))
                        .handle((ok, e) -> e != null)
                        .join()) {
                    break;
                }
            }
            await().until(() -> waiting(audience) == 0);
            socket.abort();
        }
    }

    @ParameterizedTest
    @ValueSource(booleans = {false, true})
    void whoSendsPingsOrPongsAsFastAsItCanIsClosedThoughItReads(boolean pings) throws Exception {
        CompletableFuture<Integer> closed = new CompletableFuture<>();
        try (TestServer t = TestServer.start(data)) {
            WebSocket socket = t.http.newWebSocketBuilder()
                    .buildAsync(t.server.roomUri(), new WebSocket.Listener() {
                        @Override
                        public @Nullable CompletionStage<?> onClose(WebSocket webSocket, int code, String reason) {
                            closed.complete(code);
                            return null;
                        }
                    })
                    .join();
            socket.sendText("{\"type\":\"join\",\"token\":\"" + t.viewerToken() + "\"}", true)
                    .join();
            boolean failed = false;
            for (int i = 0; i < 400_000 && !closed.isDone() && !failed; i++) {
                ByteBuffer frame = ByteBuffer.allocate(0);
                failed = (pings ? socket.sendPing(frame) : socket.sendPong(frame))
                        .handle((ok, e) -> e != null)
                        .join();
            }
            await().until(closed::isDone);
            assertThat(closed.join()).isEqualTo(ErrorCode.TOO_FAST.closeCode());
            socket.abort();
        }
    }

    @Test
    void aSocketThatIsSilentAndDoesNotReadIsCut() throws Exception {
        // All of them: that it is there lasts only as long as its silence may.
        List<Audience> audiences = new CopyOnWriteArrayList<>();
        try (TestServer t = TestServer.start(data, quick(Duration.ofSeconds(2)))) {
            t.server.onAudience(audiences::add);
            String token = t.viewerToken();
            SleepingClient sleeping = new SleepingClient();
            WebSocket socket = t.http.newWebSocketBuilder()
                    .buildAsync(t.server.roomUri(), sleeping)
                    .join();
            socket.sendText("{\"type\":\"join\",\"token\":\"" + token + "\"}", true)
                    .join();
            await().untilAsserted(() -> assertThat(audiences)
                    .containsSubsequence(new Audience(false, 0, 1, 0), new Audience(false, 0, 0, 0)));
            socket.abort();
        }
    }

    @Test
    void aViewerThatDoesNotReadIsClosedAndTheOthersNoticeNothing() throws Exception {
        // Long enough that only the full outbox can be the reason.
        // How many pieces the broadcaster's own messages come in, and how many rounds it takes to fill the system's
        // buffers, is the
        // system's to say: the limit of pieces, a twentieth of the last one a second, must not end the broadcaster's
        // socket.
        SocketLimits slow = new SocketLimits(
                Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMillis(200), 128 * 1024, 256 * 1024, 100_000);
        try (TestServer t = TestServer.start(data, slow);
                FakeBroadcaster broadcaster = t.onAir();
                Client other = t.connect()) {
            other.join(t.viewerToken());
            String othersSession =
                    Objects.requireNonNull(other.hear(Message.Live.class).session());
            SleepingClient sleeping = new SleepingClient();
            WebSocket socket = t.http.newWebSocketBuilder()
                    .buildAsync(t.server.roomUri(), sleeping)
                    .join();
            // It reads until it knows its session, and then not any more.
            socket.request(2);
            socket.sendText("{\"type\":\"join\",\"token\":\"" + t.viewerToken() + "\"}", true)
                    .join();
            assertThat(sleeping.heard.await(60, TimeUnit.SECONDS)).isTrue();
            String session = sleeping.text.replaceFirst("(?s).*\"session\":\"([^\"]+)\".*", "$1");
            String large = "candidate:" + "x".repeat(3500);
            Client from = broadcaster.client;
            AtomicReference<Audience> audience = new AtomicReference<>();
            t.server.onAudience(audience::set);
            // The room speaks to whoever joins before it tells of it.
            await().until(() -> waiting(audience) == 2);
            // The system's own buffers take some megabytes before anything waits here.
            for (int round = 0; round < 200 && waiting(audience) == 2; round++) {
                for (int i = 0; i < 100; i++) {
                    from.say(new Message.Candidate(session, large, null, null));
                }
                // The answer to this says that the room has handled what was said before it.
                from.say(new Message.Candidate("none", "", null, null));
                from.hear(Message.Refused.class);
                // So that the room's own limit lets the next round pass.
                t.clock.advance(Duration.ofSeconds(5));
            }
            await().until(() -> waiting(audience) == 1);
            other.say(new Message.Offer(othersSession, "v=0"));
            Message next = from.hear(Message.class);
            while (next instanceof Message.Refused) {
                next = from.hear(Message.class);
            }
            assertThat(next).isEqualTo(new Message.Offer(othersSession, "v=0"));
            from.say(new Message.Answer(othersSession, "v=0"));
            other.hear(Message.Answer.class);
            socket.abort();
        }
    }

    private static int waiting(AtomicReference<Audience> audience) {
        return Objects.requireNonNull(audience.get()).waiting();
    }

    /** Reads only what it is told to. */
    private static final class SleepingClient implements WebSocket.Listener {
        private final CountDownLatch heard = new CountDownLatch(2);
        private volatile String text = "";

        @Override
        public void onOpen(WebSocket webSocket) {}

        @Override
        public @Nullable CompletionStage<?> onText(WebSocket webSocket, CharSequence part, boolean last) {
            text = part.toString();
            heard.countDown();
            return null;
        }
    }
}
