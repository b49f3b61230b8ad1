package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.GuestsException;
import heliograph.broadcaster.desk.station.GuestsException.Reason;
import heliograph.broadcaster.desk.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.Test;

class LooksTest {
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final Errands errands = new Errands(Words.of(Locale.ENGLISH), elsewhere::add, Runnable::run);
    private final List<Integer> seen = new ArrayList<>();
    private final List<String> failed = new ArrayList<>();
    private boolean broken;
    private final Looks<Integer> looks = new Looks<>(errands, this::look, seen::add, failed::add);

    private int look() throws GuestsException {
        if (broken) {
            throw new GuestsException(Reason.FOLDER, "gone");
        }
        return 7;
    }

    @Test
    void aDiskThatHangsIsNotAskedAgainAndAgain() {
        looks.again();
        looks.again();
        assertThat(elsewhere).hasSize(1);
        elsewhere.remove().run();
        looks.again();
        assertThat(elsewhere).hasSize(1);
    }

    @Test
    void afterAChangeThereIsALookOfItsOwn() {
        looks.again();
        looks.now();
        assertThat(elsewhere).hasSize(2);
        elsewhere.remove().run();
        looks.again();
        assertThat(elsewhere).hasSize(1);
        elsewhere.remove().run();
        assertThat(seen).containsExactly(7, 7);
    }

    @Test
    void whatWasSaidOfAFailedLookAloneIsTakenBack() {
        broken = true;
        looks.again();
        elsewhere.remove().run();
        assertThat(failed).containsExactly("The data folder cannot be used: gone");
        assertThat(looks.without(failed.get(0))).isEmpty();
        assertThat(looks.without("Something else.")).isEqualTo("Something else.");
        looks.again();
        assertThat(elsewhere).hasSize(1);
    }
}
