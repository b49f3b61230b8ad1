package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.GuestsException.Reason;
import heliograph.broadcaster.desk.text.Words;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Queue;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class AccountsPresenterTest {
    private final FakeGuests guests = new FakeGuests();
    private final Queue<Runnable> elsewhere = new ArrayDeque<>();
    private final Errands errands = new Errands(Words.of(Locale.ENGLISH), elsewhere::add, Runnable::run);
    private final AccountsPresenter presenter = new AccountsPresenter(guests, errands);
    private final List<AccountsModel> shown = new ArrayList<>();

    @BeforeEach
    void view() {
        presenter.view(shown::add);
    }

    @Test
    void anAccountIsAddedElsewhereAndItsPasswordIsWiped() {
        presenter.add();
        presenter.save("Anna", "long enough".toCharArray(), "long enough".toCharArray());
        assertThat(guests.wishes()).isEmpty();
        assertThat(last().busy()).isTrue();
        settle();
        assertThat(guests.wishes()).containsExactly("add Anna long enough");
        assertThat(guests.passwords()).hasSize(1);
        assertThat(guests.wiped()).isTrue();
        assertThat(last().names()).containsExactly("viewer", "Anna");
        assertThat(last().form()).isEmpty();
        assertThat(last().done()).contains("Anna");
    }

    @Test
    void twoDifferentPasswordsChangeNothingAndAreWiped() {
        char[] first = "long enough".toCharArray();
        char[] second = "long enouhg".toCharArray();
        presenter.change("viewer");
        presenter.save("", first, second);
        settle();
        assertThat(guests.wishes()).isEmpty();
        assertThat(last().mistake()).startsWith("These were two different passwords.");
        assertThat(last().form()).isPresent();
        assertThat(new String(first) + new String(second)).isEqualTo("\0".repeat(22));
    }

    @Test
    void whatIsRefusedLeavesTheFormAndSaysWhy() {
        guests.refuse(Reason.PASSWORD);
        presenter.change("viewer");
        presenter.save("ignored", "short".toCharArray(), "short".toCharArray());
        settle();
        assertThat(guests.wishes()).containsExactly("password viewer short");
        assertThat(guests.wiped()).isTrue();
        assertThat(last().mistake()).isEqualTo("A password has 8 to 256 characters.");
        assertThat(last().form()).isPresent();
        assertThat(last().busy()).isFalse();
    }

    @Test
    void whoIsRemovedIsNotInTheListAnyMore() {
        presenter.look();
        settle();
        assertThat(last().names()).containsExactly("viewer");
        presenter.remove("viewer");
        settle();
        assertThat(guests.wishes()).containsExactly("remove viewer");
        assertThat(last().names()).isEmpty();
    }

    private void settle() {
        while (!elsewhere.isEmpty()) {
            elsewhere.remove().run();
        }
    }

    private AccountsModel last() {
        return shown.get(shown.size() - 1);
    }
}
