package heliograph.bench;

import java.util.Locale;

/** What can be measured by itself, with {@code --only}. */
enum Measure {
    /** From the command to the link, to on air, to the first picture. */
    STARTUP("Starting"),
    /** What a person at a browser sees. */
    PICTURE("In Chromium"),
    /** The same at another make of browser. */
    FIREFOX("In Firefox"),
    /** What each viewer more costs the program, and what each gets. */
    CROWD("Many viewers"),
    /** One bad link among good ones. */
    WEAK("One bad link among good ones");

    private final String title;

    Measure(String title) {
        this.title = title;
    }

    String title() {
        return title;
    }

    @Override
    public String toString() {
        return name().toLowerCase(Locale.ROOT);
    }
}
