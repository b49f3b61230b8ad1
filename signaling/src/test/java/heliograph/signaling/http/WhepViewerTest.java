package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heliograph.signaling.auth.Visitor;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Admission;
import heliograph.signaling.room.DeafObserver;
import heliograph.signaling.room.Grant;
import heliograph.signaling.room.Member;
import heliograph.signaling.room.Pass;
import heliograph.signaling.room.PathPolicy;
import heliograph.signaling.room.Refusal;
import heliograph.signaling.room.Room;
import heliograph.signaling.room.RoomLimits;
import heliograph.signaling.room.RoomThread;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WhepViewerTest {
    @Test
    void whatTheRoomSaysIsNotWrittenOnTheRoomsThread() throws Exception {
        CompletableFuture<String> told = new CompletableFuture<>();
        CountDownLatch listening = new CountDownLatch(1);
        Room room = new Room(
                token -> {
                    try {
                        listening.await(10, TimeUnit.SECONDS);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    throw new Refusal(ErrorCode.UNAUTHORIZED, "no");
                },
                IceServers.NONE,
                RoomLimits.forViewers(1),
                PathPolicy.DEFAULT,
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                new DeafObserver());
        ExecutorService writer = Executors.newSingleThreadExecutor(task -> new Thread(task, "writer"));
        try (RoomThread thread = new RoomThread(room, bug -> {})) {
            WhepViewer viewer = new WhepViewer(
                    "token",
                    new Grant.Account("anna", "1"),
                    Visitor.unknown(),
                    "v=0",
                    thread,
                    WhepLimits.DEFAULT,
                    () -> "id",
                    InstantSource.system(),
                    () -> {});
            var unused = viewer.watch(writer)
                    .whenComplete((answer, failure) ->
                            told.complete(Thread.currentThread().getName()));
            listening.countDown();
            assertThat(told.get(10, TimeUnit.SECONDS)).isEqualTo("writer");
        } finally {
            writer.shutdown();
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNAUTHORIZED,401",
        "TOKEN_EXPIRED,401",
        "NOT_ALLOWED,403",
        "REMOVED,403",
        "TOO_LARGE,413",
        "TOO_FAST,429",
        "FULL,503",
        "TOO_SLOW,503",
        "GOING_AWAY,503",
        "BAD_MESSAGE,500"
    })
    void whyTheRoomEndsItIsAStatusOfHttp(ErrorCode code, int status) throws Exception {
        Room room = room(token -> {
            throw new Refusal(code, "no");
        });
        try (RoomThread thread = new RoomThread(room, bug -> {})) {
            CompletableFuture<Negotiated> told =
                    viewer(thread, WhepLimits.DEFAULT).watch(Runnable::run).toCompletableFuture();
            assertThatThrownBy(() -> told.get(10, TimeUnit.SECONDS))
                    .cause()
                    .isInstanceOfSatisfying(
                            WhepFailure.class,
                            failure -> assertThat(failure.status()).isEqualTo(status));
        }
    }

    @Test
    void theTimeForCandidatesIsNotTakenFromTheTimeForTheAnswer() throws Exception {
        Room room = room(token -> new Pass(
                token.equals("broadcaster") ? Role.BROADCASTER : Role.VIEWER,
                "anna",
                Instant.MAX,
                "family",
                new Grant.Studio()));
        WhepLimits limits = new WhepLimits(
                65_536,
                16_384,
                Duration.ZERO,
                Duration.ofSeconds(60),
                WhepLimits.DEFAULT.offerRate(),
                WhepLimits.DEFAULT.patchRate());
        Answering broadcaster = new Answering();
        try (RoomThread thread = new RoomThread(room, bug -> {})) {
            thread.connected(broadcaster);
            thread.received(broadcaster, new Message.Join("broadcaster"), 1, () -> {});
            thread.received(broadcaster, new Message.Live(null, null), 1, () -> {});
            CompletableFuture<Negotiated> told =
                    viewer(thread, limits).watch(Runnable::run).toCompletableFuture();
            String session = broadcaster.session.get(10, TimeUnit.SECONDS);
            // Timeouts run in their order on one thread: by now the answer's has passed.
            assertThatThrownBy(() -> new CompletableFuture<String>()
                            .orTimeout(1, TimeUnit.MILLISECONDS)
                            .get(10, TimeUnit.SECONDS))
                    .hasCauseInstanceOf(TimeoutException.class);
            thread.received(broadcaster, new Message.Answer(session, "v=0"), 1, () -> {});
            thread.received(broadcaster, new Message.Candidate(session, "", null, null), 1, () -> {});
            assertThat(told.get(10, TimeUnit.SECONDS).etag()).isEqualTo("\"id\"");
        }
    }

    private static Room room(Admission admission) {
        return new Room(
                admission,
                IceServers.NONE,
                RoomLimits.forViewers(1),
                PathPolicy.DEFAULT,
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                new DeafObserver());
    }

    private static WhepViewer viewer(RoomThread thread, WhepLimits limits) {
        return new WhepViewer(
                "token",
                new Grant.Account("anna", "1"),
                Visitor.unknown(),
                "v=0",
                thread,
                limits,
                () -> "id",
                InstantSource.system(),
                () -> {});
    }

    /** A broadcaster that tells which session was offered in. */
    private static final class Answering implements Member {
        final CompletableFuture<String> session = new CompletableFuture<>();

        @Override
        public void send(Message message) {
            if (message instanceof Message.Offer offer) {
                session.complete(offer.session());
            }
        }

        @Override
        public void end(ErrorCode code, String text) {}

        @Override
        public void end() {}
    }
}
