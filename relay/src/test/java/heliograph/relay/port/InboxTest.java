package heliograph.relay.port;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.leg.LegEnd;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;

/** A port whose system refuses to wait for packets: the one thing of it that is not real. */
class InboxTest extends LegFixture {
    private final AtomicBoolean refuses = new AtomicBoolean();
    private final CountDownLatch refused = new CountDownLatch(3);

    private Port port(PortSettings settings) throws Exception {
        Port port = new Port(settings, handshakes(BOTH), (selector, ready, millis) -> {
            if (refuses.get()) {
                refused.countDown();
                throw new IOException("no descriptors");
            }
            selector.select(ready, millis);
        });
        port.start();
        opened.add(port);
        return port;
    }

    @Test
    void mediaGoesOnAfterASystemThatRefusedForAWhile() throws Exception {
        Port port = port(settings("127.0.0.1"));
        Connected pair = connect(port, false);
        refuses.set(true);
        port.post(() -> {});
        assertThat(refused.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
        refuses.set(false);
        assertMediaGoesBothWays(pair.leg(), pair.heard(), pair.remote(), 1);
        assertThat(pair.heard().ends).isEmpty();
    }

    @Test
    void whoHearsNothingBecauseTheSystemGoesOnRefusingIsToldOfAsSilent() throws Exception {
        Port port = port(settings("127.0.0.1", PATIENCE, Duration.ofSeconds(1)));
        Heard heard = connect(port, false).heard();
        refuses.set(true);
        assertThat(heard.ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(LegEnd.SILENT);
        port.close();
        assertThat(port.registered()).isZero();
    }
}
