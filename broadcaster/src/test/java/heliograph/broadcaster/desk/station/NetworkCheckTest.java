package heliograph.broadcaster.desk.station;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.ManualTimeline;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class NetworkCheckTest {
    private final ManualTimeline timeline = new ManualTimeline();
    private final List<Boolean> answers = new ArrayList<>();

    private void look(InetSocketAddress... addresses) {
        new NetworkCheck(Arrays.asList(addresses), Duration.ofSeconds(3), timeline, answers::add).start();
    }

    /**
     * A port that was free a moment ago: a connection to it is refused. Of an address of its own: at 127.0.0.1 it could be given to
     * anybody meanwhile.
     */
    private static InetSocketAddress refusing() throws IOException {
        String address = "127.0.0.78";
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return InetSocketAddress.createUnresolved(address, socket.getLocalPort());
        }
    }

    @Test
    void oneAddressThatAnswersIsEnough() throws IOException {
        try (ServerSocket open = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            look(refusing(), InetSocketAddress.createUnresolved("127.0.0.1", open.getLocalPort()));
            assertThat(answers).containsExactly(true);
        }
    }

    @Test
    void noneThatAnswersIsNoNetwork() throws IOException {
        look(refusing(), refusing());
        assertThat(answers).containsExactly(false);
    }

    @Test
    void itLooksAgainEveryTenSeconds() throws IOException {
        look(refusing());
        timeline.pass(Duration.ofMillis(9_999));
        assertThat(answers).containsExactly(false);
        timeline.pass(Duration.ofMillis(1));
        assertThat(answers).containsExactly(false, false);
        timeline.pass(Duration.ofSeconds(10));
        assertThat(answers).containsExactly(false, false, false);
    }

    @Test
    void withNothingToTryItNeverComplains() {
        look();
        timeline.pass(Duration.ofMinutes(1));
        assertThat(answers).isEmpty();
    }
}
