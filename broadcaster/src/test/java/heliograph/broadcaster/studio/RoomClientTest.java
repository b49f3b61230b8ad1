package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.studio.room.RoomClient;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.net.http.HttpClient;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The studio's place in the room, in so far as its token is concerned. */
class RoomClientTest {
    private final ScheduledExecutorService studio = Executors.newSingleThreadScheduledExecutor();
    private final AtomicInteger joined = new AtomicInteger();
    private final AtomicInteger unreachable = new AtomicInteger();
    private final AtomicInteger tokensRefused = new AtomicInteger();
    private final CountDownLatch replaced = new CountDownLatch(1);
    private FakeRoom room;

    @BeforeEach
    void open() throws Exception {
        room = new FakeRoom();
    }

    @AfterEach
    void close() {
        studio.shutdownNow();
        room.close();
    }

    private RoomClient client(String token) {
        RoomClient client = new RoomClient(HttpClient.newHttpClient(), room.uri(), token, studio, new Counting());
        studio.execute(client::join);
        return client;
    }

    private List<String> joins() {
        return room.received().stream()
                .filter(Message.Join.class::isInstance)
                .map(it -> ((Message.Join) it).token())
                .toList();
    }

    @Test
    void itComesBackWithTheTokenThatTheRoomGaveItInBetween() {
        RoomClient client = client(FakeRoom.TOKEN);
        await().until(() -> joined.get() == 1);
        room.toStudio(new Message.Token("the-next", Instant.now()));
        // In their order, so that it has the token when it hears this.
        room.toStudio(new Message.Refused(ErrorCode.TOO_SLOW, "slow"));
        await().until(() -> joins().contains("the-next"));
        studio.execute(client::close);
    }

    @Test
    void itSaysOnceThatATokenIsGoodNoLongerAndNeverThatOneNeverWas() {
        RoomClient good = client(FakeRoom.TOKEN);
        await().until(() -> joined.get() == 1);
        room.toStudio(new Message.Token("void-by-now", Instant.now()));
        room.toStudio(new Message.Refused(ErrorCode.TOKEN_EXPIRED, "old"));
        await().until(() -> joins().stream().filter("void-by-now"::equals).count() >= 2);
        assertThat(tokensRefused).hasValue(1);
        studio.execute(good::close);
        int before = unreachable.get();
        RoomClient bad = client("never-good");
        await().until(() -> joins().stream().filter("never-good"::equals).count() >= 2);
        assertThat(unreachable.get()).isGreaterThan(before);
        assertThat(tokensRefused).hasValue(1);
        studio.execute(bad::close);
    }

    @Test
    void whoeverWasReplacedSaysSoAndComesBackNeverByItself() throws Exception {
        RoomClient client = client(FakeRoom.TOKEN);
        await().until(() -> joined.get() == 1);
        room.toStudio(new Message.Refused(ErrorCode.REPLACED, "another broadcaster"));
        assertThat(replaced.await(60, TimeUnit.SECONDS)).isTrue();
        // Whatever was planned is done by then: a pool that waits for what is scheduled would run it.
        studio.shutdown();
        assertThat(studio.awaitTermination(60, TimeUnit.SECONDS)).isTrue();
        assertThat(unreachable).hasValue(0);
        assertThat(joins()).hasSize(1);
        client.close();
    }

    private final class Counting implements RoomClient.Listener {
        @Override
        public void joined(Message.Joined welcome) {
            joined.incrementAndGet();
        }

        @Override
        public void received(Message message) {
            // Nothing of interest.
        }

        @Override
        public void tokenRefused() {
            tokensRefused.incrementAndGet();
        }

        @Override
        public void unreachable(String reason) {
            unreachable.incrementAndGet();
        }

        @Override
        public void replaced() {
            replaced.countDown();
        }
    }
}
