package heliograph.broadcaster.link;

/** Who wants to know of the studio; called on the supervisor's timeline. */
public interface StudioListener {

    /** The studio is in this state now. */
    void state(StudioState state);

    /** The studio said this; never {@link StudioEvent.Ready} or {@link StudioEvent.Pulse}. */
    void event(StudioEvent event);
}
