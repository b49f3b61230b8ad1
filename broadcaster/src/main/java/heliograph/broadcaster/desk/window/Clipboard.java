package heliograph.broadcaster.desk.window;

/** Where copied text goes. Lives on Swing's event thread. */
interface Clipboard {
    /** Whether it took the text; another program may hold it. */
    boolean copy(String text);
}
