package heliograph.signaling.room;

/**
 * What the broadcaster wants to be said of the broadcast. Immutable; any thread.
 *
 * @param title what it is called, for people; empty: nothing
 * @param tellsViewers whether the viewers may know how many they are
 */
public record Announcement(String title, boolean tellsViewers) {
    /** In code points. */
    public static final int LONGEST = 80;

    /** Nothing is said. */
    public static final Announcement NONE = new Announcement("", false);

    /** @throws IllegalArgumentException when the title is none, see {@link #isTitle} */
    public Announcement {
        title = title.strip();
        if (!isTitle(title)) {
            throw new IllegalArgumentException("no title");
        }
    }

    /**
     * Whether this can be shown to others as a title: one line, not too long, and without the characters that turn the direction
     * of what stands beside them (Unicode Annex 9, section 2), by which a title could look like words of the page's own.
     */
    public static boolean isTitle(String text) {
        String title = text.strip();
        return title.codePointCount(0, title.length()) <= LONGEST
                && title.codePoints().noneMatch(Announcement::disturbs);
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
