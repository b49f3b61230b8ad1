package heliograph.broadcaster.link;

import java.time.Duration;

/** How the studio is, as its supervisor sees it. Immutable. */
public sealed interface StudioState {

    /** Started for the first time, and not heard of yet. */
    record Starting() implements StudioState {}

    /** Alive and of our version. */
    record Running() implements StudioState {}

    /**
     * Gone; it is started again by itself.
     *
     * @param cause why it is gone
     * @param in after how long
     */
    record Recovering(Cause cause, Duration in) implements StudioState {}

    /** It speaks another version; starting it again would change nothing. */
    record Incompatible(int version) implements StudioState {}

    /** Why a studio is gone. */
    enum Cause {
        /** The process ended by itself. */
        ENDED,
        /** It said nothing for too long and was killed. */
        SILENT,
        /** The process could not be made. */
        NOT_STARTED
    }
}
