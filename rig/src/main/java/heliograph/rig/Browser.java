package heliograph.rig;

/** A real browser that a test drives as a person would; used from any thread. */
public interface Browser extends AutoCloseable {
    /** A new tab that shares neither cookies nor storage with the others, so that each tab is another person. */
    Tab tab();

    /** A new tab at an address. */
    default Tab open(String url) {
        Tab tab = tab();
        tab.open(url);
        return tab;
    }

    /** Ends the browser and all its processes at once, as a crash or a pulled plug would. */
    void kill();

    @Override
    void close();
}
