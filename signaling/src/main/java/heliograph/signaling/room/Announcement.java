package heliograph.signaling.room;

import java.util.regex.Pattern;

/**
 * What the broadcaster wants to be said of the broadcast. Immutable; any thread.
 *
 * @param title what it is called, for people; empty: nothing, and so is one in which there is nothing to see
 * @param tellsViewers whether the viewers may know how many they are
 */
public record Announcement(String title, boolean tellsViewers) {
    /** In code points. */
    public static final int LONGEST = 80;

    /**
     * Spaces, and what Unicode calls Default_Ignorable_Code_Point (DerivedCoreProperties.txt), without the characters that are refused
     * below; and the Braille pattern without dots, which is blank as well.
     */
    private static final Pattern INVISIBLE =
            Pattern.compile("[\\s\\p{Z}\\x{AD}\\x{34F}\\x{61C}\\x{115F}\\x{1160}\\x{17B4}\\x{17B5}"
                    + "\\x{180B}-\\x{180F}\\x{200B}-\\x{200F}\\x{2060}-\\x{2065}\\x{206A}-\\x{206F}\\x{2800}\\x{3164}"
                    + "\\x{FE00}-\\x{FE0F}\\x{FEFF}\\x{FFA0}\\x{FFF0}-\\x{FFF8}\\x{1BCA0}-\\x{1BCA3}\\x{1D173}-\\x{1D17A}"
                    + "\\x{E0000}-\\x{E0FFF}]*");

    /** Nothing is said. */
    public static final Announcement NONE = new Announcement("", false);

    /** @throws IllegalArgumentException when the title is none, see {@link #isTitle} */
    public Announcement {
        title = seen(title);
        if (!isTitle(title)) {
            throw new IllegalArgumentException("no title");
        }
    }

    /**
     * Whether this can be shown to others as a title: one line, not too long, and without the characters that turn the direction
     * of what stands beside them (Unicode Annex 9, section 2), by which a title could look like words of the page's own.
     */
    public static boolean isTitle(String text) {
        String title = seen(text);
        return title.codePointCount(0, title.length()) <= LONGEST
                && title.codePoints().noneMatch(Announcement::disturbs);
    }

    /** Who sees an empty field expects that nothing is said. */
    private static String seen(String text) {
        return INVISIBLE.matcher(text).matches() ? "" : text.strip();
    }

    private static boolean disturbs(int character) {
        return switch (Character.getType(character)) {
            case Character.CONTROL, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR, Character.SURROGATE ->
                true;
            default ->
                switch (Character.getDirectionality(character)) {
                    case Character.DIRECTIONALITY_LEFT_TO_RIGHT_EMBEDDING,
                            Character.DIRECTIONALITY_LEFT_TO_RIGHT_OVERRIDE,
                            Character.DIRECTIONALITY_RIGHT_TO_LEFT_EMBEDDING,
                            Character.DIRECTIONALITY_RIGHT_TO_LEFT_OVERRIDE,
                            Character.DIRECTIONALITY_LEFT_TO_RIGHT_ISOLATE,
                            Character.DIRECTIONALITY_RIGHT_TO_LEFT_ISOLATE,
                            Character.DIRECTIONALITY_FIRST_STRONG_ISOLATE,
                            Character.DIRECTIONALITY_POP_DIRECTIONAL_FORMAT,
                            Character.DIRECTIONALITY_POP_DIRECTIONAL_ISOLATE -> true;
                    default -> false;
                };
        };
    }
}
