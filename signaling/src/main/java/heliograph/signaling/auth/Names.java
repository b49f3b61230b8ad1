package heliograph.signaling.auth;

import java.util.regex.Pattern;

/** What accounts and invitations may be called. Holds nothing; any thread. */
public final class Names {
    /** Nothing that a terminal or a log would take for anything but a letter of the name. */
    private static final Pattern NAME =
            Pattern.compile("(?!\\s)[^\\p{C}\\p{Zl}\\p{Zp}]{1," + Credentials.LONGEST_USERNAME + "}(?<!\\s)");

    private Names() {}

    /** Whether it can be one: 1 to 64 characters that can be printed, without a space at either end. */
    public static boolean isName(String text) {
        return NAME.matcher(text).matches();
    }

    static void check(String name) {
        if (!isName(name)) {
            throw new IllegalArgumentException("a name that is none");
        }
    }
}
