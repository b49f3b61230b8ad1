package heliograph.relay.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class EventLoopTest {
    @Test
    void theFirstTurnComesByItself() throws Exception {
        CountDownLatch turned = new CountDownLatch(1);
        try (EventLoop loop = new EventLoop("test-loop", System::nanoTime, 1, 1, now -> {
            turned.countDown();
            return now + TimeUnit.SECONDS.toNanos(1);
        })) {
            loop.start();
            assertThat(turned.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void anErrorInWhatItIsGivenEndsNeitherItNorItsTurns() throws Exception {
        CountDownLatch turned = new CountDownLatch(3);
        CountDownLatch done = new CountDownLatch(1);
        try (EventLoop loop = new EventLoop("test-loop", System::nanoTime, 2, 1, now -> {
            turned.countDown();
            throw new StackOverflowError("of a turn");
        })) {
            loop.start();
            loop.post(() -> {
                throw new NoClassDefFoundError("of a task");
            });
            loop.post(done::countDown);
            assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(turned.await(60, TimeUnit.SECONDS)).isTrue();
        }
    }

    @Test
    void whatIsOfferedAsideTurnsNothingElseAway() {
        AtomicInteger media = new AtomicInteger();
        AtomicInteger aside = new AtomicInteger();
        try (EventLoop loop = new EventLoop("test-loop", new TestClock(), 3, 2, now -> now + 1)) {
            for (int i = 0; i < 100; i++) {
                assertThat(loop.offerAside(aside::incrementAndGet)).isEqualTo(i < 2);
            }
            for (int i = 0; i < 5; i++) {
                assertThat(loop.offer(media::incrementAndGet)).isEqualTo(i < 3);
            }
            loop.runDue();
            assertThat(media).hasValue(3);
            assertThat(aside).hasValue(2);
            assertThat(loop.offerAside(aside::incrementAndGet)).isTrue();
            assertThat(loop.offer(media::incrementAndGet)).isTrue();
        }
    }
}
