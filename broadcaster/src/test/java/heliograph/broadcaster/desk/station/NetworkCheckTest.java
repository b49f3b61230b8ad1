package heliograph.broadcaster.desk.station;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.link.SingleThread;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class NetworkCheckTest {
    private final SingleThread timeline = new SingleThread("network-check");
    private final List<Boolean> answers = new CopyOnWriteArrayList<>();

    private void look(InetSocketAddress... addresses) {
        new NetworkCheck(Arrays.asList(addresses), Duration.ofSeconds(3), timeline, answers::add).start();
    }

    /** A port that was free a moment ago: a connection to it is refused. */
    private static InetSocketAddress refusing() throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return InetSocketAddress.createUnresolved("127.0.0.1", socket.getLocalPort());
        }
    }

    @AfterEach
    void end() {
        timeline.close();
    }

    @Test
    void oneAddressThatAnswersIsEnough() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            look(refusing(), InetSocketAddress.createUnresolved("127.0.0.1", open.getLocalPort()));
            await().until(() -> answers.equals(List.of(true)));
        }
    }

    @Test
    void noneThatAnswersIsNoNetwork() throws IOException {
        look(refusing(), refusing());
        await().until(() -> answers.equals(List.of(false)));
    }

    @Test
    void itLooksAgainAfterTenSeconds() throws IOException {
        look(refusing());
        await().until(() -> answers.size() == 1);
        await().between(Duration.ofSeconds(8), Duration.ofSeconds(20)).until(() -> answers.size() == 2);
    }

    @Test
    void withNothingToTryItNeverComplains() {
        look();
        timeline.close();
        assertThat(answers).isEmpty();
    }
}
