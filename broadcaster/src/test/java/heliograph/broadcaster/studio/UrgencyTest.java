package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.Test;

class UrgencyTest {
    @Test
    void threadsThatAreMadeAfterwardsAreUrgentWhereTheSystemAllowsIt() throws Exception {
        ExecutorService first = Executors.newSingleThreadExecutor();
        try {
            first.submit(() -> {
                        int before = nice();
                        boolean raised = Urgency.raise();
                        assertThat(niceOfNewThread()).isEqualTo(raised ? -11 : before);
                        return null;
                    })
                    .get();
        } finally {
            first.shutdownNow();
        }
    }

    private static int niceOfNewThread() throws Exception {
        CompletableFuture<Integer> nice = new CompletableFuture<>();
        new Thread(() -> {
                    try {
                        nice.complete(nice());
                    } catch (Exception e) {
                        nice.completeExceptionally(e);
                    }
                })
                .start();
        return nice.get();
    }

    /** Field 19 of proc(5)'s stat; the name in field 2 may hold spaces. */
    private static int nice() throws Exception {
        String stat = Files.readString(Path.of("/proc/thread-self/stat"));
        return Integer.parseInt(stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1)[16]);
    }
}
