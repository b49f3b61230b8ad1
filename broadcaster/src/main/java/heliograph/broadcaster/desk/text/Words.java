package heliograph.broadcaster.desk.text;

import heliograph.broadcaster.link.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The program's sentences, in one language at a time. Any thread. */
public final class Words {
    /** Languages there are sentences for; the first is spoken where none of them is asked for. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    private static final String BUNDLE = "heliograph.broadcaster.desk.text.words";

    private volatile Language language;

    private Words(Language language) {
        this.language = language;
    }

    /** The sentences of a locale's language, or else English. */
    public static Words of(Locale locale) {
        return new Words(Language.of(locale));
    }

    /** From now on sentences are in this locale's language, or else in English; those that were said stay as they are. */
    public void speak(Locale locale) {
        language = Language.of(locale);
    }

    /** What is spoken now. */
    public Locale locale() {
        return language.locale;
    }

    /** A sentence, with what it speaks of put in. */
    public String say(String key, Object... about) {
        Language spoken = language;
        return new MessageFormat(spoken.bundle.getString(key), spoken.locale).format(about);
    }

    /** What is wrong and how it is mended. */
    public String problem(Problem problem) {
        String device = problem.device() == null ? "" : problem.device();
        String detail = problem.detail() == null ? "" : problem.detail();
        String key = "problem." + problem.kind().name();
        return say(key, device, detail).trim();
    }

    private record Language(Locale locale, ResourceBundle bundle) {
        static Language of(Locale asked) {
            Locale locale = LANGUAGES.contains(asked.getLanguage()) ? asked : Locale.ENGLISH;
            // Without the usual fallback: English is the root bundle, whatever the machine's own language is.
            return new Language(
                    locale,
                    ResourceBundle.getBundle(
                            BUNDLE,
                            locale,
                            ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES)));
        }
    }
}
