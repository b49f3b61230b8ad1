package heliograph.signaling.room;

/** Who a token lets in. Called on the room's thread, so it must be quick. */
@FunctionalInterface
public interface Admission {
    /**
     * What the token allows.
     *
     * @throws Refusal when it is not good, or no longer
     */
    Pass admit(String token) throws Refusal;
}
