package heliograph.broadcaster.desk.text;

import heliograph.broadcaster.link.Problem;
import java.text.MessageFormat;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;

/** The program's sentences in one language. Immutable; any thread. */
public final class Words {
    /** Languages there are sentences for; the first is spoken where none of them is asked for. */
    public static final List<String> LANGUAGES = List.of("en", "zh");

    private static final String BUNDLE = "heliograph.broadcaster.desk.text.words";

    private final Locale locale;
    private final ResourceBundle bundle;

    private Words(Locale locale) {
        this.locale = locale;
        // Without the usual fallback: English is the root bundle, whatever the machine's own language is.
        this.bundle = ResourceBundle.getBundle(
                BUNDLE, locale, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
    }

    /** The sentences of a locale's language, or else English. */
    public static Words of(Locale locale) {
        return new Words(LANGUAGES.contains(locale.getLanguage()) ? locale : Locale.ENGLISH);
    }

    public Locale locale() {
        return locale;
    }

    /** A sentence, with what it speaks of put in. */
    public String say(String key, Object... about) {
        return new MessageFormat(bundle.getString(key), locale).format(about);
    }

    /** What is wrong and how it is mended. */
    public String problem(Problem problem) {
        String device = problem.device() == null ? "" : problem.device();
        String detail = problem.detail() == null ? "" : problem.detail();
        String key = "problem." + problem.kind().name();
        return say(key, device, detail).trim();
    }
}
