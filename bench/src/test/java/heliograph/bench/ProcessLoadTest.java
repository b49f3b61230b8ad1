package heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class ProcessLoadTest {
    @Test
    void aNameWithSpacesAndBracketsDoesNotShiftTheColumns() {
        ProcessLoad load = ProcessLoad.parse(
                "42 (a) b (c) S 1 2 3 4 5 6 7 8 9 10 250 50 0 0 20 0 37 0 99",
                List.of("Rss:   2048 kB", "Pss:   1024 kB", "Pss_Dirty: 1 kB"));

        assertThat(load).isEqualTo(new ProcessLoad(3, 2, 1, 37));
    }

    @Test
    void thisProcessHasUsedTheProcessor() throws Exception {
        ProcessLoad load = ProcessLoad.of(List.of(ProcessHandle.current()));

        assertThat(load.cpuSeconds()).isPositive();
        assertThat(load.rssMegabytes()).isGreaterThan(10);
        assertThat(load.threads()).isGreaterThan(3);
        assertThat(ProcessLoad.machineSeconds()).isGreaterThanOrEqualTo(load.cpuSeconds());
    }
}
