package heliograph.signaling.room;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;

/** The relay's upstream, before anybody needs it. */
class ExpectedRelayTest {
    private final RelayScene scene = new RelayScene();

    @Test
    void theUpstreamIsReadyBeforeTheFirstWhoNeedsItComes() {
        threeWatch();
        assertThat(scene.relay.asked()).containsExactly("offer upstream FULL");
        assertThat(scene.comes().path()).isEqualTo("relay");
        assertThat(scene.relay.asked()).isEmpty();
    }

    @Test
    void anUpstreamThatWasMadeReadyForNobodyIsGivenBack() {
        threeWatch();
        scene.relay.asked();
        scene.ticks(Duration.ofSeconds(59));
        assertThat(scene.relay.asked()).isEmpty();
        scene.ticks(Duration.ofSeconds(1));
        assertThat(scene.relay.asked()).containsExactly("upstream ended FULL");
    }

    /** As many as are served directly. */
    private void threeWatch() {
        for (int i = 0; i < 3; i++) {
            scene.watches();
        }
    }
}
