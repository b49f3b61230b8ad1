package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.Locale;

/** Which language the window speaks; knows no Swing. Lives on the window's thread. */
final class LanguagePresenter {
    private final Words words;
    private final Memory memory;
    private final Runnable spoken;

    /**
     * Speaks what was chosen the last time, unless the settings ask for a language.
     *
     * @param asked whether they do
     * @param spoken called when another language is spoken from now on; what was said is to be said anew
     */
    LanguagePresenter(Words words, Memory memory, boolean asked, Runnable spoken) {
        this.words = words;
        this.memory = memory;
        this.spoken = spoken;
        Locale last = memory.known().language();
        if (!asked && last != null) {
            words.speak(last);
        }
    }

    /** One of {@link Words#LANGUAGES}. */
    String chosen() {
        return words.locale().getLanguage();
    }

    void choose(String language) {
        Locale locale = Locale.forLanguageTag(language);
        memory.note(known -> known.language(locale));
        if (!language.equals(chosen())) {
            words.speak(locale);
            spoken.run();
        }
    }
}
