package heliograph.relay.leg;

/**
 * What the remote's description says of a leg.
 *
 * @param iceUfrag RFC 8839, section 5.4
 * @param icePwd RFC 8839, section 5.4
 * @param fingerprint the value of the {@code fingerprint} attribute (RFC 8122, section 5)
 * @param setup which DTLS role the remote takes, or leaves to us
 */
public record RemoteTransport(String iceUfrag, String icePwd, String fingerprint, Setup setup) {
    /** RFC 5763, section 5; {@code actpass} in an offer leaves the choice to the answer, and the relay is passive then. */
    public enum Setup {
        ACTIVE,
        PASSIVE,
        ACTPASS
    }

    /** Leaves the password out: a credential never reaches a log. */
    @Override
    public String toString() {
        return "RemoteTransport[iceUfrag=" + iceUfrag + ", icePwd=***, setup=" + setup + "]";
    }
}
