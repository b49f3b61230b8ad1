package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SdpIceTest {
    private static final String PWD = "0123456789012345678901";
    private static final String SDP = lines(
            "v=0",
            "o=- 5228595038118931041 2 IN IP4 127.0.0.1",
            "s=-",
            "t=0 0",
            "a=group:BUNDLE v a",
            "a=ice-options:trickle",
            "a=ice-ufrag:whole",
            "a=ice-pwd:" + PWD,
            "m=audio 9 UDP/TLS/RTP/SAVPF 111",
            "a=mid:a",
            "a=ice-ufrag:audio",
            "a=ice-pwd:" + PWD,
            "a=rtcp-mux",
            "m=video 9 UDP/TLS/RTP/SAVPF 96",
            "a=mid:v",
            "a=rtcp-mux",
            "a=rtpmap:96 VP8/90000",
            "a=candidate:1 1 udp 1 192.0.2.1 9 typ host",
            "a=end-of-candidates");

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    @Test
    void aSectionGoesByItsOwnCredentialsOrElseByTheDescriptions() {
        assertThat(SdpIce.credentials(SDP, "a")).hasValue(new IceCredentials("audio", PWD));
        assertThat(SdpIce.credentials(SDP, "v")).hasValue(new IceCredentials("whole", PWD));
        assertThat(SdpIce.credentials(SDP, "x")).isEmpty();
    }

    @Test
    void aRestartIsTheSameOfferWithOtherCredentialsANewVersionAndNoCandidates() {
        assertThat(SdpIce.restart(SDP, new IceCredentials("new1", PWD.replace('0', 'z'))))
                .isEqualTo(SDP.replace(" 2 IN", " 3 IN")
                        .replaceAll("ufrag:\\w+", "ufrag:new1")
                        .replace(PWD, PWD.replace('0', 'z'))
                        .replaceAll("a=(candidate|end-of).*\r\n", ""));
    }

    @Test
    void theFragmentIsTheIceOfTheSectionThatTheBundleIsNegotiatedIn() throws Exception {
        String fragment = SdpIce.fragment(SDP);
        assertThat(fragment)
                .isEqualTo(lines(
                        "a=group:BUNDLE v a",
                        "a=ice-options:trickle",
                        "m=video 9 UDP/TLS/RTP/SAVPF 96",
                        "a=ice-ufrag:whole",
                        "a=ice-pwd:" + PWD,
                        "a=mid:v",
                        "a=candidate:1 1 udp 1 192.0.2.1 9 typ host",
                        "a=end-of-candidates"));
        assertThat(SdpFragment.parse(fragment).complete()).isTrue();
    }

    @Test
    void exclusiveMultiplexingIsSaidWhereItWasOfferedAndOnce() {
        assertThat(SdpIce.withExclusiveMux(SDP, "v=0\r\na=rtcp-mux\r\n")).isEqualTo(SDP);
        String said = SDP.replace("a=rtcp-mux\r\n", "a=rtcp-mux\r\na=rtcp-mux-only\r\n");
        assertThat(SdpIce.withExclusiveMux(SDP, "v=0\r\na=rtcp-mux-only\r\n")).isEqualTo(said);
        assertThat(SdpIce.withExclusiveMux(said, said)).isEqualTo(said);
    }

    @Test
    void aCandidateThatNamesAnotherIceSessionIsNotOfThisOne() {
        assertThat(SdpIce.isOf("candidate:1 typ host ufrag abcd network-id 1", "abcd"))
                .isTrue();
        assertThat(SdpIce.isOf("candidate:1 typ host ufrag abcd", "abcd")).isTrue();
        assertThat(SdpIce.isOf("candidate:1 typ host ufrag abcde", "abcd")).isFalse();
        assertThat(SdpIce.isOf("candidate:1 typ host", "abcd")).isTrue();
        assertThat(SdpIce.isOf("candidate:1 typ host ufrag abcd", "")).isTrue();
    }
}
