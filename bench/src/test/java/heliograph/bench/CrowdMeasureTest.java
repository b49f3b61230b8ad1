package heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.bench.receiver.Reception;
import java.util.List;
import org.junit.jupiter.api.Test;

class CrowdMeasureTest {
    @Test
    void thereIsAResultOnlyWhereEveryViewerGotMedia() {
        assertThat(CrowdMeasure.trouble(List.of(reception("", 90, true)), MediaPath.RELAY))
                .isEmpty();
        assertThat(CrowdMeasure.trouble(
                        List.of(reception("", 90, true), reception("no candidate answered a check", 0, true)),
                        MediaPath.RELAY))
                .hasValue("1 of 2 viewers got no picture: no candidate answered a check");
    }

    @Test
    void mediaByTheOtherPathIsNoResult() {
        assertThat(CrowdMeasure.trouble(List.of(reception("", 90, false)), MediaPath.RELAY))
                .hasValue("1 viewers were served by the other path");
    }

    private static Reception reception(String trouble, long frames, boolean relayed) {
        return new Reception(1, relayed, trouble, frames, 0, 40, 0, 0, 0, 0, 100, 0, 1000, 0, 0);
    }
}
