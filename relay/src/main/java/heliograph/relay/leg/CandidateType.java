package heliograph.relay.leg;

/** How a remote came to the address that it is reached at (RFC 8445, section 5.1.1). */
public enum CandidateType {
    /** One of its own. */
    HOST,
    /** Its router's, which a STUN server told it. */
    SERVER_REFLEXIVE,
    /** One that it did not name, or cannot know of: its checks came from there. */
    PEER_REFLEXIVE,
    /** A TURN server's. */
    RELAYED
}
