package heliograph.relay;

/** An offer that the relay cannot answer: it is not SDP, or asks for nothing that is sent. The message is for the person who can mend it. */
public final class UnusableOfferException extends Exception {
    private static final long serialVersionUID = 1;

    public UnusableOfferException(String message) {
        super(message);
    }
}
