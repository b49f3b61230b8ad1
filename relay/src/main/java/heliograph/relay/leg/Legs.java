package heliograph.relay.leg;

/** Opens legs on one port: the viewers' shared one, or the upstream's own on 127.0.0.1. Any thread. */
@FunctionalInterface
public interface Legs extends AutoCloseable {
    /** A new leg, of which this observer hears. Its local description is ready at once. */
    Leg open(LegObserver observer);

    /** Closes the port with all its legs. Idempotent. */
    @Override
    default void close() {}
}
