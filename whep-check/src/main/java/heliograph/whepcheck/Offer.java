package heliograph.whepcheck;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Locale;

/**
 * What a player would offer, and its trickle fragments: sound and picture, to receive only, bundled. Nothing ever answers at
 * its candidates. Immutable.
 *
 * @param ufrag what its ICE is known by
 * @param pwd the password to that
 * @param fingerprint of a certificate that nobody has
 */
record Offer(String ufrag, String pwd, String fingerprint) {
    private static final SecureRandom RANDOM = new SecureRandom();

    /** A new one. */
    static Offer random() {
        byte[] digest = new byte[32];
        RANDOM.nextBytes(digest);
        return new Offer(
                text(6), text(18), HexFormat.ofDelimiter(":").formatHex(digest).toUpperCase(Locale.ROOT));
    }

    /** The same player after an ICE restart. */
    Offer restarted() {
        return new Offer(text(6), text(18), fingerprint);
    }

    /** RFC 9429, section 5.2.1. */
    String sdp() {
        return lines(
                "v=0",
                "o=- " + (RANDOM.nextLong() >>> 2) + " 2 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE 0 1",
                "a=extmap-allow-mixed",
                "a=msid-semantic: WMS",
                "m=audio 9 UDP/TLS/RTP/SAVPF 111",
                section("0"),
                "a=rtpmap:111 opus/48000/2",
                "a=fmtp:111 minptime=10;useinbandfec=1",
                "m=video 9 UDP/TLS/RTP/SAVPF 96 97 102",
                section("1"),
                "a=rtcp-rsize",
                "a=rtpmap:96 VP8/90000",
                "a=rtcp-fb:96 ccm fir",
                "a=rtcp-fb:96 nack",
                "a=rtcp-fb:96 nack pli",
                "a=rtpmap:97 rtx/90000",
                "a=fmtp:97 apt=96",
                "a=rtpmap:102 H264/90000",
                "a=rtcp-fb:102 nack pli",
                "a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f");
    }

    /** RFC 8840, section 9: these candidates, of the section that the bundle is negotiated in. */
    String fragment(String... candidates) {
        return fragmentOf("0", candidates);
    }

    /** The same of any section. */
    String fragmentOf(String mid, String... candidates) {
        StringBuilder lines = new StringBuilder(lines(
                "a=ice-options:trickle",
                "a=group:BUNDLE 0 1",
                "m=audio 9 UDP/TLS/RTP/SAVPF 111",
                "a=mid:" + mid,
                "a=ice-ufrag:" + ufrag,
                "a=ice-pwd:" + pwd));
        for (String candidate : candidates) {
            lines.append(lines("a=" + candidate));
        }
        return lines.toString();
    }

    private String section(String mid) {
        return String.join(
                "\r\n",
                "c=IN IP4 0.0.0.0",
                "a=rtcp:9 IN IP4 0.0.0.0",
                "a=ice-ufrag:" + ufrag,
                "a=ice-pwd:" + pwd,
                "a=ice-options:trickle",
                "a=fingerprint:sha-256 " + fingerprint,
                "a=setup:actpass",
                "a=mid:" + mid,
                "a=recvonly",
                "a=rtcp-mux",
                "a=rtcp-mux-only");
    }

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    /** Base64 is of the characters that ICE takes. */
    private static String text(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return Base64.getEncoder().withoutPadding().encodeToString(random);
    }
}
