package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class ThemePresenterTest {
    private final List<Boolean> worn = new ArrayList<>();
    private final HeldMemory memory = new HeldMemory();

    @Test
    void theSystemIsFollowedEachTimeItChangesAndNotInBetween() {
        ThemePresenter presenter = new ThemePresenter(memory, worn::add);
        presenter.system(false);
        assertThat(worn).isEmpty();
        presenter.system(true);
        presenter.system(true);
        presenter.system(false);
        assertThat(worn).containsExactly(true, false);
    }

    @Test
    void whatIsChosenIsWornWhateverTheSystemDoes() {
        ThemePresenter presenter = new ThemePresenter(memory, worn::add);
        presenter.choose(Theme.DARK);
        presenter.system(true);
        presenter.system(false);
        assertThat(worn).containsExactly(true);
        presenter.choose(Theme.LIGHT);
        presenter.system(true);
        assertThat(worn).containsExactly(true, false);
        presenter.choose(Theme.SYSTEM);
        assertThat(worn).containsExactly(true, false, true);
    }

    @Test
    void whatWasChosenIsWornTheNextTime() {
        new ThemePresenter(memory, worn::add).choose(Theme.DARK);
        worn.clear();
        ThemePresenter next = new ThemePresenter(memory, worn::add);
        assertThat(next.chosen()).isEqualTo(Theme.DARK);
        assertThat(worn).containsExactly(true);
    }
}
