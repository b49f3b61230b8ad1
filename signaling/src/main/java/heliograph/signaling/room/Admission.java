package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who a token lets in, and for how long. Any thread; the room's calls it too, so it must be quick. */
@FunctionalInterface
public interface Admission {
    /**
     * What the token allows.
     *
     * @throws Refusal when it is not good, or no longer
     */
    Pass admit(String token) throws Refusal;

    /**
     * Whoever brought a token, from this address and this {@link Member#site}, is not let in by it.
     *
     * @param pass what the token allows; null where it is not good
     */
    default void turnedAway(@Nullable Pass pass, String address, String site, ErrorCode code) {}

    /** Whoever brought it, from this address, is in the room now. */
    default void joined(Pass pass, String address) {}

    /**
     * Looks again at a pass that was good, but for its time: its account or invitation may be another by now.
     *
     * @throws Refusal when it is good no longer
     */
    default void recheck(Pass pass) throws Refusal {}

    /** A new token for a pass that will soon run out; empty where it is too early, or nothing to be gained. */
    default Optional<Message.Token> renew(Pass pass) {
        return Optional.empty();
    }

    /** Makes every token of the pass's family void: its bearer, at this address, was removed. */
    default void revoke(Pass pass, String address) {}
}
