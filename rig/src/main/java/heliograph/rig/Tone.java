package heliograph.rig;

/** A sound that a microphone hears until it is stopped; used from one thread. */
public interface Tone extends AutoCloseable {
    /** Ends it; once more does nothing. */
    void stop();

    /** Whether the daemon still plays it. */
    boolean sounds();

    @Override
    default void close() {
        stop();
    }
}
