package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.text.Words;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class LanguagePresenterTest {
    private final HeldMemory memory = new HeldMemory();
    private final AtomicInteger spoken = new AtomicInteger();
    private final Words words = Words.of(Locale.ENGLISH);

    private LanguagePresenter presenter(boolean asked) {
        return new LanguagePresenter(words, memory, asked, spoken::incrementAndGet);
    }

    @Test
    void anotherLanguageIsSpokenAtOnceAndTheNextTime() {
        LanguagePresenter presenter = presenter(false);
        assertThat(presenter.chosen()).isEqualTo("en");
        presenter.choose("zh");
        assertThat(words.say("window.title")).isEqualTo(Words.of(Locale.CHINESE).say("window.title"));
        assertThat(spoken).hasValue(1);
        words.speak(Locale.ENGLISH);
        assertThat(presenter(false).chosen()).isEqualTo("zh");
    }

    @Test
    void theSameLanguageAgainChangesNothing() {
        presenter(false).choose("en");
        assertThat(spoken).hasValue(0);
        assertThat(memory.known().language()).isEqualTo(Locale.ENGLISH);
    }

    @Test
    void whatTheSettingsAskForGoesBeforeTheLastTime() {
        presenter(false).choose("zh");
        words.speak(Locale.ENGLISH);
        assertThat(presenter(true).chosen()).isEqualTo("en");
    }
}
