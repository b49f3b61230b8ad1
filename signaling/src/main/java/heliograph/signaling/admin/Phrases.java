package heliograph.signaling.admin;

import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** What the commands say, in one language. Immutable; any thread. */
final class Phrases {
    private static final List<String> LANGUAGES = List.of("en", "zh");
    private static final String BUNDLE = "heliograph.signaling.admin.phrases";

    private final Locale locale;
    private final ResourceBundle bundle;

    /** Of the locale's language, or else English. */
    Phrases(Locale locale) {
        this.locale = LANGUAGES.contains(locale.getLanguage()) ? locale : Locale.ENGLISH;
        bundle = ResourceBundle.getBundle(
                BUNDLE,
                this.locale,
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    static boolean speaks(String language) {
        return LANGUAGES.contains(language);
    }

    /** A sentence, with what it speaks of put in. */
    String say(String key, Object... about) {
        return new MessageFormat(bundle.getString(key), locale).format(about);
    }
}
