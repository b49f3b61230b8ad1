package heliograph.bench.receiver;

import java.security.SecureRandom;
import java.util.Base64;

/**
 * What a receiver offers: sound and picture, to receive only, bundled; no congestion feedback but REMB, with which it says that
 * its link is never the limit. Immutable.
 */
record Offer(String ufrag, String pwd, String fingerprint) {
    static final int AUDIO = 111;
    static final int VIDEO = 96;
    static final int RTX = 97;

    private static final SecureRandom RANDOM = new SecureRandom();

    static Offer random(String fingerprint) {
        return new Offer(text(6), text(18), fingerprint);
    }

    /** RFC 9429, section 5.2.1. It has no candidates: the receiver's checks tell its address (RFC 8445, section 7.3.1.3). */
    String sdp() {
        return String.join(
                        "\r\n",
                        "v=0",
                        "o=- " + (RANDOM.nextLong() >>> 2) + " 2 IN IP4 127.0.0.1",
                        "s=-",
                        "t=0 0",
                        "a=group:BUNDLE 0 1",
                        "a=msid-semantic: WMS",
                        "m=audio 9 UDP/TLS/RTP/SAVPF " + AUDIO,
                        section("0"),
                        "a=rtpmap:" + AUDIO + " opus/48000/2",
                        "a=fmtp:" + AUDIO + " minptime=10;useinbandfec=1",
                        "m=video 9 UDP/TLS/RTP/SAVPF " + VIDEO + " " + RTX,
                        section("1"),
                        "a=rtcp-rsize",
                        "a=rtpmap:" + VIDEO + " VP8/90000",
                        "a=rtcp-fb:" + VIDEO + " goog-remb",
                        "a=rtcp-fb:" + VIDEO + " ccm fir",
                        "a=rtcp-fb:" + VIDEO + " nack",
                        "a=rtcp-fb:" + VIDEO + " nack pli",
                        "a=rtpmap:" + RTX + " rtx/90000",
                        "a=fmtp:" + RTX + " apt=" + VIDEO)
                + "\r\n";
    }

    private String section(String mid) {
        return String.join(
                "\r\n",
                "c=IN IP4 0.0.0.0",
                "a=rtcp:9 IN IP4 0.0.0.0",
                "a=ice-ufrag:" + ufrag,
                "a=ice-pwd:" + pwd,
                "a=fingerprint:sha-256 " + fingerprint,
                "a=setup:actpass",
                "a=mid:" + mid,
                "a=recvonly",
                "a=rtcp-mux",
                "a=rtcp-mux-only");
    }

    // Base64 is of the characters that ICE takes.
    private static String text(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }

    /** Leaves the password out. */
    @Override
    public String toString() {
        return "Offer[ufrag=" + ufrag + "]";
    }
}
