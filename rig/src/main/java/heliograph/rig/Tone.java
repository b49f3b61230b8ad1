package heliograph.rig;

/** A sound that a microphone hears until it is closed. */
@FunctionalInterface
public interface Tone extends AutoCloseable {
    @Override
    void close();
}
