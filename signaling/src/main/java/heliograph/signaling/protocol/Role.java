package heliograph.signaling.protocol;

/** What a member of the room may do; its token says which. */
public enum Role {
    VIEWER("viewer"),
    BROADCASTER("broadcaster");

    private final String wireName;

    Role(String wireName) {
        this.wireName = wireName;
    }

    /** The word on the wire. */
    public String wireName() {
        return wireName;
    }
}
