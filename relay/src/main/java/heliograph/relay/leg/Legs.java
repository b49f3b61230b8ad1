package heliograph.relay.leg;

/** Opens legs on one port: the viewers' shared one, or the upstream's own on 127.0.0.1. Any thread. */
public interface Legs extends AutoCloseable {
    /** A new leg, of which this observer hears, and which ends soon where its remote is not reached. */
    default Leg open(LegObserver observer) {
        return open(observer, false);
    }

    /**
     * A new leg, of which this observer hears. Its local description is ready at once.
     *
     * @param patient a remote that has not been reached yet is waited for as long as one that fell silent: it has no other way to go,
     *     so that an early end would help nobody
     */
    Leg open(LegObserver observer, boolean patient);

    /** Closes the port with all its legs. Idempotent. */
    @Override
    default void close() {}
}
