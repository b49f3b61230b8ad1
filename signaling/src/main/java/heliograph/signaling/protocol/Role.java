package heliograph.signaling.protocol;

/** What a member of the room may do; its token says which. */
public enum Role {
    VIEWER,
    BROADCASTER
}
