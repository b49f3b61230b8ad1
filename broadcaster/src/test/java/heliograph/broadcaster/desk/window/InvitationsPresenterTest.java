package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.GuestsException.Reason;
import heliograph.broadcaster.desk.text.Words;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class InvitationsPresenterTest {
    private final FakeGuests guests = new FakeGuests();
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final Errands errands = new Errands(Words.of(Locale.ENGLISH), elsewhere::add, Runnable::run);
    private final InvitationsPresenter presenter = new InvitationsPresenter(guests, errands, ZoneOffset.UTC);
    private final List<InvitationsModel> shown = new ArrayList<>();

    @BeforeEach
    void view() {
        presenter.view(shown::add);
    }

    @Test
    void aLinkIsShownUntilItIsNotedAndNeverAgain() {
        presenter.invite(" Bert ", " 3 ", "2", ChronoUnit.HOURS);
        assertThat(guests.wishes()).isEmpty();
        settle();
        assertThat(guests.wishes()).containsExactly("invite Bert 3 PT2H");
        InvitationsModel.Made made = last().made().orElseThrow();
        assertThat(made.sentence()).contains("Bert", "3 times", "2026-11-24 10:00");
        assertThat(made.link().apply("https://a/")).isEqualTo("https://a/#invite=secret");
        assertThat(last().lines().get(0).cells()).containsExactly("Bert", "0 of 3", "2026-11-24 10:00", "open");
        presenter.noted();
        assertThat(last().made()).isEmpty();
        presenter.look();
        settle();
        assertThat(last().made()).isEmpty();
    }

    @Test
    void twoClicksMakeOneInvitation() {
        presenter.invite("Bert", "1", "1", ChronoUnit.DAYS);
        presenter.invite("Bert", "1", "1", ChronoUnit.DAYS);
        assertThat(last().busy()).isTrue();
        settle();
        assertThat(guests.wishes()).hasSize(1);
        assertThat(last().busy()).isFalse();
    }

    @Test
    void whatIsNoNumberIsLeftToBeRefused() {
        guests.refuse(Reason.PASSWORD);
        for (String typed : List.of("", "many", "-1", "1.5", "99999999999")) {
            presenter.invite("Bert", typed, typed, ChronoUnit.DAYS);
            settle();
        }
        assertThat(guests.wishes()).hasSize(5).containsOnly("invite Bert 0 PT0S");
        assertThat(last().mistake()).isEqualTo("A password has 8 to 256 characters.");
        assertThat(last().made()).isEmpty();
    }

    @Test
    void whatIsTakenBackIsSeenSoAndCannotBeTakenBackAgain() {
        presenter.invite("Bert", "1", "1", ChronoUnit.DAYS);
        settle();
        assertThat(last().lines().get(0).revocable()).isTrue();
        presenter.revoke("id0");
        settle();
        assertThat(guests.wishes()).contains("revoke id0");
        assertThat(last().lines().get(0).cells()).endsWith("revoked");
        assertThat(last().lines().get(0).revocable()).isFalse();
    }

    private void settle() {
        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
        }
    }

    private InvitationsModel last() {
        return shown.get(shown.size() - 1);
    }
}
