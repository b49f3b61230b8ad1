package heliograph.whepcheck;

import org.jspecify.annotations.Nullable;

/** What the fake server answers, with its one fault. Holds nothing; any thread. */
final class FakeSdp {
    private static final String PWD = "0123456789012345678901";

    private FakeSdp() {}

    /** The answer to an offer. */
    static String answer(@Nullable Fault fault) {
        String text = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n"
                + (fault == Fault.NOT_BUNDLED ? "" : "a=group:BUNDLE 0 1\r\n")
                + "a=ice-options:trickle\r\n"
                + section(fault, "audio", "0", "one")
                + (fault == Fault.ONE_SECTION
                        ? ""
                        : section(
                                fault,
                                fault == Fault.TWO_TRACKS_OF_A_KIND ? "audio" : "video",
                                "1",
                                fault == Fault.TWO_STREAMS ? "two" : "one"));
        return fault == Fault.SENDRECV ? text.replace("a=sendonly", "a=sendrecv") : text;
    }

    private static String section(@Nullable Fault fault, String kind, String mid, String stream) {
        return "m=" + kind + " 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:" + mid + "\r\na=ice-ufrag:ours\r\na=ice-pwd:"
                + (fault == Fault.SHORT_PASSWORD ? "short" : PWD) + "\r\na=fingerprint:sha-256 00\r\na=setup:"
                + (fault == Fault.ACTPASS ? "actpass" : "passive") + "\r\na=sendonly\r\na=msid:" + stream + " " + kind
                + "\r\na=rtcp-mux\r\n" + (fault == Fault.NO_EXCLUSIVE_MUX ? "" : "a=rtcp-mux-only\r\n")
                + (fault == Fault.NO_CANDIDATES ? "" : "a=candidate:1 1 udp 1 192.0.2.1 9 typ host\r\n");
    }

    /** The answer to an ICE restart. */
    static String fragment(@Nullable Fault fault) {
        String credentials = fault == Fault.RESTART_KEEPS_CREDENTIALS
                ? "a=ice-ufrag:ours\r\na=ice-pwd:" + PWD + "\r\n"
                : "a=ice-ufrag:next\r\na=ice-pwd:9" + PWD + "\r\n";
        return (fault == Fault.RESTART_LOSES_OPTIONS ? "" : "a=ice-options:trickle\r\n")
                + (fault == Fault.RESTART_WITH_A_PACING ? "a=ice-pacing:50\r\n" : "")
                + (fault == Fault.RESTART_BECOMES_LITE ? "a=ice-lite\r\n" : "")
                + (fault == Fault.RESTART_WITHOUT_SECTION ? "" : "m=audio 9 X 111\r\na=mid:0\r\n")
                + credentials;
    }
}
