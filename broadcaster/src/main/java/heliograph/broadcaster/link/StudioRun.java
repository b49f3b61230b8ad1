package heliograph.broadcaster.link;

/** One run of the studio, from its start to its end. Any thread. */
public interface StudioRun {

    /** Hands a command over, without waiting until the studio has read it. */
    void send(StudioCommand command);

    /** Ends it now, without asking. */
    void kill();

    /** Asks it to end, waits for that with a limit, and kills it then. */
    void close();

    /** What a run tells its owner; called on threads of the run's own. */
    interface Listener {
        /** A line of the studio's. */
        void event(StudioEvent event);

        /** It is over: the last call. */
        void ended(int status);
    }
}
