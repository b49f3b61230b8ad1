package heliograph.relay.sdp;

import heliograph.relay.UnusableOfferException;
import heliograph.relay.leg.RemoteTransport;
import heliograph.relay.leg.RemoteTransport.Setup;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads how a description's remote is to be reached and recognized. Holds nothing; any thread. */
final class RemoteIce {
    private static final Pattern UFRAG = Pattern.compile("[A-Za-z0-9+/]{4,256}");
    private static final Pattern PWD = Pattern.compile("[A-Za-z0-9+/]{22,256}");
    private static final Pattern FINGERPRINT =
            Pattern.compile("[A-Za-z0-9-]{1,32} [0-9A-Fa-f]{2}(?::[0-9A-Fa-f]{2}){15,63}");

    private RemoteIce() {}

    /** As the section says whose transport the others share. */
    static RemoteTransport of(SessionDescription description, MediaDescription section) throws UnusableOfferException {
        String ufrag = description.value(section, "ice-ufrag").orElse("");
        String pwd = description.value(section, "ice-pwd").orElse("");
        if (!UFRAG.matcher(ufrag).matches() || !PWD.matcher(pwd).matches()) {
            throw new UnusableOfferException("no ice-ufrag and ice-pwd, or none of the right form");
        }
        return new RemoteTransport(ufrag, pwd, fingerprint(description, section), setup(description, section));
    }

    private static String fingerprint(SessionDescription description, MediaDescription section)
            throws UnusableOfferException {
        List<String> own = section.values("fingerprint");
        List<String> all =
                own.isEmpty() ? description.value("fingerprint").stream().toList() : own;
        // RFC 8122, section 5: of several any may be taken; this hash is known to everybody.
        Stream<String> first = all.stream().filter(value -> value.regionMatches(true, 0, "sha-256 ", 0, 8));
        return Stream.concat(first, all.stream())
                .filter(value -> FINGERPRINT.matcher(value).matches())
                .findFirst()
                .orElseThrow(() -> new UnusableOfferException("no fingerprint, or none of the right form"));
    }

    private static Setup setup(SessionDescription description, MediaDescription section) throws UnusableOfferException {
        return switch (description.value(section, "setup").orElse("actpass")) {
            case "actpass" -> Setup.ACTPASS;
            case "active" -> Setup.ACTIVE;
            case "passive" -> Setup.PASSIVE;
            default -> throw new UnusableOfferException("a setup that is none");
        };
    }
}
