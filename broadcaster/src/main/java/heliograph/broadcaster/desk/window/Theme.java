package heliograph.broadcaster.desk.window;

/** What was chosen of how the window looks. */
enum Theme {
    /** As the other windows do. */
    SYSTEM,
    LIGHT,
    DARK
}
