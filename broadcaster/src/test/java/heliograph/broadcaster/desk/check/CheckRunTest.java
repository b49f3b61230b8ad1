package heliograph.broadcaster.desk.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class CheckRunTest {
    private static final Finding LATE = Finding.failed("check.internet.none");
    private static final Finding FINE = Finding.fine("check.port.any");

    private final Map<Integer, Finding> found = new ConcurrentHashMap<>();

    private record Fake(Callable<Finding> answer) implements Check {
        @Override
        public Sentence title() {
            return Sentence.of("check.nat");
        }

        @Override
        public Finding look() throws InterruptedException {
            try {
                return answer.call();
            } catch (InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        public Finding late() {
            return LATE;
        }
    }

    private void run(Duration patience, Check... checks) throws InterruptedException {
        new CheckRun(patience).run(List.of(checks), found::put);
    }

    @Test
    void allOfThemGoOnSideBySide() throws InterruptedException {
        // Each waits for the other.
        CyclicBarrier both = new CyclicBarrier(2);
        Callable<Finding> meets = () -> {
            both.await(30, TimeUnit.SECONDS);
            return FINE;
        };
        run(Duration.ofSeconds(60), new Fake(meets), new Fake(meets));
        assertThat(found).isEqualTo(Map.of(0, FINE, 1, FINE));
    }

    @Test
    void oneThatTakesTooLongIsLateAndHoldsNoOtherUp() throws InterruptedException {
        run(
                Duration.ofSeconds(3),
                new Fake(() -> {
                    new CountDownLatch(1).await();
                    return FINE;
                }),
                new Fake(() -> FINE));
        assertThat(found).isEqualTo(Map.of(0, LATE, 1, FINE));
    }

    @Test
    void oneThatBreaksSaysSo() throws InterruptedException {
        run(Duration.ofSeconds(60), new Fake(() -> {
            throw new IllegalStateException("oops");
        }));
        assertThat(found.get(0)).isEqualTo(Finding.failed("check.bug", "java.lang.IllegalStateException: oops"));
    }

    @Test
    void nothingToLookAtIsDoneAtOnce() throws InterruptedException {
        run(Duration.ofSeconds(60));
        assertThat(found).isEmpty();
    }
}
