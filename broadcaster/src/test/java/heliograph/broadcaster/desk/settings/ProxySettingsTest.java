package heliograph.broadcaster.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProxySettingsTest extends WithSurroundings {
    @Test
    void aTrustedProxyIsAnAddressInFiguresAndNoName() {
        assertThat(mistakes("--trusted-proxy", "proxy.example.org"))
                .hasSize(1)
                .first()
                .asString()
                .contains("--trusted-proxy", "proxy.example.org");
    }

    @Test
    void aProxyHeaderIsOneOfTwo() {
        assertThat(mistakes("--proxy-header", "X-Real-IP"))
                .hasSize(1)
                .first()
                .asString()
                .contains("--proxy-header", "X-Real-IP");
    }

    @Test
    void aTrustedProxyThatIsHalfTheInternetIsWarnedOf() {
        assertThat(((Intent.Run) read("--trusted-proxy", "10.0.0.0/8", "--trusted-proxy", "fd00::/8")).warnings())
                .isEmpty();
        for (String vast : List.of("0.0.0.0/0", "0.0.0.0/1", "::/0")) {
            assertThat(((Intent.Run) read("--trusted-proxy", vast)).warnings())
                    .hasSize(1)
                    .first()
                    .asString()
                    .contains("--trusted-proxy", vast.substring(vast.indexOf('/')), "private network");
        }
    }
}
