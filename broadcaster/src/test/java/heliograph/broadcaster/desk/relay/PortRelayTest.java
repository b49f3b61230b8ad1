package heliograph.broadcaster.desk.relay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.settings.RelaySettings;
import heliograph.relay.Relay;
import heliograph.relay.RelayObserver;
import heliograph.relay.rtp.Codec;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("it counts the threads of the whole program")
class PortRelayTest {
    @Test
    void noThreadOutlivesTheRelay() throws Exception {
        Set<Thread> before = Thread.getAllStackTraces().keySet();
        RelayObserver deaf = (RelayObserver) Proxy.newProxyInstance(
                getClass().getClassLoader(), new Class<?>[] {RelayObserver.class}, (proxy, method, arguments) -> null);
        Relay relay = new PortRelay(List.of(Codec.VP8), 2500, List.of()).open(new RelaySettings(0, true, null), deaf);
        Set<Thread> made = new HashSet<>(Thread.getAllStackTraces().keySet());
        made.removeAll(before);
        assertThat(made).extracting(Thread::getName).anyMatch(name -> name.startsWith("dtls-"));
        relay.close();
        // Less than a thread waits for something to do.
        await().atMost(Duration.ofSeconds(6)).until(() -> made.stream().noneMatch(Thread::isAlive));
    }
}
