package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.room.Announcement;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class TitlePresenterTest {
    private final List<Announcement> said = new ArrayList<>();
    private final TitlePresenter presenter = new TitlePresenter(new Announcement("Vespers", false), said::add);

    @Test
    void aTitleIsToldOnceHoweverOftenItIsConfirmed() {
        assertThat(presenter.title(" Evening class ")).isTrue();
        assertThat(presenter.title("Evening class")).isTrue();
        assertThat(said).containsExactly(new Announcement("Evening class", false));
    }

    @Test
    void theNumberIsToldBesideTheTitleThatThereIs() {
        presenter.tellViewers(true);
        presenter.title("");
        assertThat(said).containsExactly(new Announcement("Vespers", true), new Announcement("", true));
    }

    @Test
    void whatIsNoTitleLeavesTheOneBefore() {
        assertThat(presenter.title("x".repeat(81))).isFalse();
        assertThat(said).isEmpty();
        assertThat(presenter.announced().title()).isEqualTo("Vespers");
    }

    @Test
    void whatIsNoTitleIsStillWrittenUntilAnotherIs() {
        assertThat(presenter.written()).isEqualTo("Vespers");
        presenter.title("x".repeat(81));
        assertThat(presenter.written()).hasSize(81);
        assertThat(presenter.isMistaken()).isTrue();
        presenter.title("Compline");
        assertThat(presenter.written()).isEqualTo("Compline");
        assertThat(presenter.isMistaken()).isFalse();
    }
}
