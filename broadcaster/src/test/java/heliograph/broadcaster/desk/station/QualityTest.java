package heliograph.broadcaster.desk.station;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Camera.Mode;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class QualityTest {
    @Test
    void whereEverySizeIsPossibleEachQualityIsItself() {
        List<Mode> usual = Modes.of(Optional.empty(), new Mode(1280, 720, 30));
        for (Quality quality : Quality.values()) {
            assertThat(quality.of(usual)).contains(quality.figures());
        }
    }

    @Test
    void aCameraHasTheQualitiesOfItsSizesAndRates() {
        List<Mode> modes = List.of(new Mode(1280, 720, 30), new Mode(640, 480, 30), new Mode(1920, 1080, 5));
        assertThat(Quality.HD.of(modes)).contains(new Figures(new Mode(1280, 720, 30), 2500));
        assertThat(Quality.SMALL.of(modes)).contains(new Figures(new Mode(640, 480, 30), 800));
        assertThat(Quality.FULL_HD.of(modes)).isEmpty();
        assertThat(Quality.SLIDES.of(modes)).isEmpty();
    }

    @Test
    void oneOfAnotherShapeIsNotCalledByANameThatIsTooGoodForIt() {
        assertThat(offered(new Mode(640, 480, 30))).containsExactly(Quality.SMALL);
        assertThat(offered(new Mode(800, 600, 30))).containsExactly(Quality.MEDIUM);
        assertThat(offered(new Mode(1024, 768, 30))).containsExactly(Quality.HD);
        assertThat(offered(new Mode(1280, 960, 30))).containsExactly(Quality.HD);
        assertThat(offered(new Mode(1280, 720, 15))).isEmpty();
    }

    private static List<Quality> offered(Mode only) {
        return Arrays.stream(Quality.values())
                .filter(it -> it.of(List.of(only)).isPresent())
                .toList();
    }
}
