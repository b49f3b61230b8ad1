package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.ice.IceServers;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Audience;
import heliograph.signaling.room.Grant;
import heliograph.signaling.room.Refusal;
import heliograph.signaling.room.Room;
import heliograph.signaling.room.RoomLimits;
import heliograph.signaling.room.RoomObserver;
import heliograph.signaling.room.RoomThread;
import java.time.InstantSource;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

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
                InstantSource.system(),
                () -> UUID.randomUUID().toString(),
                new Deaf());
        ExecutorService writer = Executors.newSingleThreadExecutor(task -> new Thread(task, "writer"));
        try (RoomThread thread = new RoomThread(room, bug -> {})) {
            WhepViewer viewer = new WhepViewer(
                    "token",
                    new Grant.Account("anna", "1"),
                    "127.0.0.1",
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

    private static final class Deaf implements RoomObserver {
        @Override
        public void joined(String id, Role role, String name) {}

        @Override
        public void left(String id, Role role, String why) {}

        @Override
        public void audience(Audience audience) {}
    }
}
