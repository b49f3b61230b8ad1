package heliograph.bench.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SocketDropsTest {
    @Test
    void theLastColumnIsThePortsDrops() {
        assertThat(
                        SocketDrops.parse(
                                List.of(
                                        "   sl  local_address rem_address   st tx_queue rx_queue tr tm->when retrnsmt   uid  timeout inode ref pointer drops",
                                        "  219: 0100007F:0035 00000000:0000 07 00000000:00000000 00:00000000 00000000     0        0 27129 2 0000000000000000 17        ")))
                .isEqualTo(Map.of(53, 17L));
    }
}
