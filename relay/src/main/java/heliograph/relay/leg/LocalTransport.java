package heliograph.relay.leg;

import java.util.List;

/**
 * What a local description says of a leg.
 *
 * @param iceUfrag RFC 8839, section 5.4
 * @param icePwd RFC 8839, section 5.4
 * @param fingerprint the value of the {@code fingerprint} attribute (RFC 8122, section 5), {@code sha-256 AB:CD:...}
 * @param candidates each as in RFC 8839, section 5.1, without the name of the attribute
 */
public record LocalTransport(String iceUfrag, String icePwd, String fingerprint, List<String> candidates) {
    public LocalTransport {
        candidates = List.copyOf(candidates);
    }

    /** Leaves the password out: a credential never reaches a log. */
    @Override
    public String toString() {
        return "LocalTransport[iceUfrag=" + iceUfrag + ", icePwd=***, candidates=" + candidates + "]";
    }
}
