package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.check.Check;
import heliograph.broadcaster.desk.check.CheckRun;
import heliograph.broadcaster.desk.check.Finding;
import heliograph.broadcaster.desk.check.Sentence;
import heliograph.broadcaster.desk.text.Words;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class CheckPresenterTest {
    private static final Finding FINE =
            new Finding(Finding.State.FINE, new Sentence("check.port.any", List.of()), Optional.empty());
    private static final Finding FAILED = new Finding(
            Finding.State.FAILED,
            new Sentence("check.stun.silent", List.of()),
            Optional.of(new Sentence("check.stun.silent.todo", List.of("UDP 3478"))));

    private final List<CheckRun.Listener> runs = new ArrayList<>();
    private final List<Runnable> forTheWindow = new ArrayList<>();
    private @Nullable CheckModel shown;

    private CheckPresenter presenter() {
        CheckPresenter presenter = new CheckPresenter(
                Words.of(Locale.ENGLISH),
                () -> List.of(check("check.nat"), check("check.uplink")),
                (checks, listener) -> runs.add(listener),
                forTheWindow::add);
        presenter.view(model -> shown = model);
        return presenter;
    }

    private static Check check(String title) {
        return new Check() {
            @Override
            public Sentence title() {
                return new Sentence(title, List.of());
            }

            @Override
            public Finding look() {
                throw new AssertionError("nobody waits here");
            }

            @Override
            public Finding late() {
                return FAILED;
            }
        };
    }

    private CheckModel shown() {
        return Objects.requireNonNull(shown);
    }

    @Test
    void allLinesAreThereAtOnceAndEachIsFilledWhenItIsKnown() {
        presenter().begin();
        assertThat(shown().lines()).extracting(CheckModel.Line::title).containsExactly("Kind of NAT", "Uplink");
        assertThat(shown().lines()).allMatch(it -> it.state().isEmpty());
        assertThat(shown().running()).isTrue();
        runs.get(0).found(1, FAILED);
        // On the window's thread alone.
        assertThat(shown().lines().get(1).state()).isEmpty();
        forTheWindow.remove(0).run();
        assertThat(shown().lines().get(1).mark()).isEqualTo("failed");
        assertThat(shown().lines().get(1).advice()).contains("UDP 3478");
        assertThat(shown().running()).isTrue();
        runs.get(0).found(0, FINE);
        forTheWindow.remove(0).run();
        assertThat(shown().running()).isFalse();
        assertThat(shown().summary()).isEqualTo("One failed, no warnings, 1 fine.");
    }

    @Test
    void itIsNotBegunTwiceAtTheSameTimeAndCanBeBegunAgain() {
        CheckPresenter presenter = presenter();
        presenter.begin();
        presenter.begin();
        assertThat(runs).hasSize(1);
        runs.get(0).found(0, FINE);
        runs.get(0).found(1, FINE);
        forTheWindow.forEach(Runnable::run);
        presenter.begin();
        assertThat(runs).hasSize(2);
        assertThat(shown().lines()).allMatch(it -> it.state().isEmpty());
    }
}
