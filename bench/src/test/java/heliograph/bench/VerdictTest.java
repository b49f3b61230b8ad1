package heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.bench.receiver.Reception;
import java.util.List;
import org.junit.jupiter.api.Test;

class VerdictTest {
    private static final double SECONDS = 5;

    @Test
    void whoeverGetsAllIsSaidToAndSoIsWhatItTook() {
        Verdict verdict = new Verdict(window(reception(150, 0, 0), reception(149, 0, 0)));

        assertThat(verdict.isShort()).isFalse();
        assertThat(verdict.text())
                .startsWith("nothing was short; the worst got 29.8 frames a second")
                .contains("The program used 0.80 cores, the receivers 0.60, of ")
                .endsWith("the receivers kept up and dropped none.");
    }

    @Test
    void fewFramesOrLostPacketsAreShort() {
        assertThat(new Verdict(window(reception(150, 0, 0), reception(120, 0, 0))).text())
                .startsWith("1 got fewer than 29.5 frames a second, the worst 24.0; 0 packets never came.");
        assertThat(new Verdict(window(reception(150, 2, 9))).isShort()).isTrue();
        assertThat(new Verdict(window(reception(150, 2, 9))).text())
                .endsWith("the receivers themselves were too slow for 9 packets.");
    }

    private static Window window(Reception... receptions) {
        return new Window(SECONDS, new ProcessLoad(0.8, 600, 580, 100), 0.6, 0.01, List.of(receptions));
    }

    private static Reception reception(long frames, long lost, long droppedHere) {
        return new Reception(1, true, "", frames, 0, 40, lost, 0, lost, 0, 250, 0, 1_500_000, 0, droppedHere);
    }
}
