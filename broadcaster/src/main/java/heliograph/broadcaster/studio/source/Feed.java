package heliograph.broadcaster.studio.source;

/** Something that pushes frames or sound on a thread of its own until it is closed. */
public interface Feed extends AutoCloseable {
    /** Ends it and releases its device; waits, with a limit, until nothing is pushed any more. Any thread. */
    @Override
    void close();
}
