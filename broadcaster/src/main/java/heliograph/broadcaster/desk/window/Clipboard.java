package heliograph.broadcaster.desk.window;

/** Where copied text goes. Lives on Swing's event thread. */
interface Clipboard {
    void copy(String text);
}
