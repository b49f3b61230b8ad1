package heliograph.relay.sdp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heliograph.relay.UnusableOfferException;
import heliograph.relay.leg.LocalTransport;
import heliograph.relay.leg.RemoteTransport.Setup;
import heliograph.relay.rtp.Codec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** With offers that Chromium and Firefox really made, and such as other players make. */
class ViewerAnswerTest {
    static final LocalTransport LOCAL = new LocalTransport(
            "abcd",
            "p".repeat(24),
            "sha-256 " + "AB:".repeat(31) + "CD",
            List.of("1 1 udp 2130706431 192.0.2.1 4000 typ host", "2 1 udp 1694498815 203.0.113.9 4000 typ srflx"));
    private static final String ICE = "a=ice-ufrag:wxyz\r\na=ice-pwd:" + "q".repeat(24) + "\r\na=fingerprint:sha-256 "
            + "AB:".repeat(31) + "AB\r\na=setup:actpass\r\n";
    private static final String HEAD = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\n";
    private static final String AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 97\r\nc=IN IP4 0.0.0.0\r\n" + ICE
            + "a=mid:sound\r\na=recvonly\r\na=rtcp-mux\r\na=rtpmap:97 OPUS/48000/2\r\n";
    private static final String VIDEO = "m=video 9 UDP/TLS/RTP/SAVPF 96\r\nc=IN IP4 0.0.0.0\r\n" + ICE
            + "a=mid:picture\r\na=sendrecv\r\na=rtcp-mux\r\na=rtcp-mux-only\r\na=rtpmap:96 VP8/90000\r\na=rtcp-fb:* nack pli\r\n";

    @Test
    void chromiumGetsBothTracksInOneStreamByItsOwnNumbers() throws Exception {
        String answer = answer(offer("chromium"));

        assertThat(answer)
                .contains("a=ice-lite", "a=group:BUNDLE 0 1", "a=setup:passive", "a=end-of-candidates")
                .contains("m=video 9 UDP/TLS/RTP/SAVPF 96 97 ")
                .contains("a=fmtp:97 apt=96")
                .contains(
                        "a=rtcp-fb:96 goog-remb",
                        "a=rtcp-fb:96 nack pli",
                        "a=rtcp-fb:96 ccm fir",
                        "a=rtcp-fb:96 nack\r\n")
                .contains("a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time", "a=extmap:9 urn")
                .contains("a=ssrc-group:FID 2 4294967295", "a=ssrc:2 cname:c", "a=ssrc:1 cname:c")
                .contains("a=msid:heliograph audio", "a=msid:heliograph video")
                .contains("packetization-mode=1;profile-level-id=42001f")
                .doesNotContain("transport-cc", "transport-wide", "VP9", "AV1", "recvonly");
        assertThat(answer.lines().filter(line -> line.startsWith("a=candidate:")))
                .hasSize(4);
        assertThat(answer.lines().filter("a=sendonly"::equals)).hasSize(2);
        assertThat(answer).endsWith("\r\n").doesNotContain("\n\n");
    }

    @Test
    void theCodecThatIsSentComesFirst() throws Exception {
        ViewerOffer offer = ViewerOffer.parse(offer("chromium"));
        String answer = ViewerAnswer.write(offer, LOCAL, new StreamIds(1, 2, -1, "c"), 5, 1, Codec.H264);
        assertThat(answer).containsPattern("m=video 9 UDP/TLS/RTP/SAVPF 102 103 96 97\r\n");
    }

    @Test
    void firefoxWithoutRetransmissionsGetsNone() throws Exception {
        String answer = answer(offer("firefox"));
        assertThat(answer)
                .contains("m=video 9 UDP/TLS/RTP/SAVPF 120\r\n", "m=audio 9 UDP/TLS/RTP/SAVPF 109\r\n")
                .contains("a=extmap:4 http", "a=extmap:3 urn:ietf:params:rtp-hdrext:sdes:mid")
                .doesNotContain("rtx", "ssrc-group", "a=rtcp-fb:121");
    }

    @Test
    void midsOfAnyKindInAnyOrderAreKept() throws Exception {
        String answer = answer(HEAD + "a=group:BUNDLE sound picture\r\n" + VIDEO + AUDIO);
        assertThat(answer).contains("a=group:BUNDLE sound picture", "a=mid:picture", "a=mid:sound", "a=rtcp-mux-only");
        assertThat(answer.indexOf("m=video")).isLessThan(answer.indexOf("m=audio"));
        assertThat(answer).contains("a=rtcp-fb:96 nack pli").doesNotContain("a=rtcp-fb:96 nack\r\n");
    }

    /** As in the draft's own example: the section has no port of its own, since it is to share the first one's. */
    @Test
    void whatIsThereOnlyForTheBundleIsServed() throws Exception {
        String video = VIDEO.replace("m=video 9", "m=video 0") + "a=bundle-only\r\n";
        String answer = answer(HEAD + "a=group:BUNDLE sound picture\r\n" + AUDIO + video);
        assertThat(answer).contains("a=group:BUNDLE sound picture\r\n", "m=video 9 UDP/TLS/RTP/SAVPF 96\r\n");
        assertThat(answer.lines().filter("a=sendonly"::equals)).hasSize(2);
        // RFC 9143, section 7.3.3: what is only in the offerer's part of the group is no part of the answer's.
        assertThat(answer(HEAD + "a=group:BUNDLE other sound\r\n" + AUDIO)).contains("a=group:BUNDLE sound\r\n");
        assertThat(answer(HEAD + "a=group:BUNDLE other\r\n" + AUDIO)).doesNotContain("BUNDLE");
        assertThat(answer(HEAD + "a=group:BUNDLE \r\n" + AUDIO.replace("a=mid:sound\r\n", "")))
                .doesNotContain("BUNDLE");
    }

    @Test
    void whoOffersToBeActiveIsWaitedFor() throws Exception {
        assertThat(answer(HEAD + VIDEO.replace("actpass", "active"))).contains("a=setup:passive");
    }

    @Test
    void oneOfBothAloneNeedsNoGroup() throws Exception {
        assertThat(answer(HEAD + VIDEO)).contains("m=video 9").doesNotContain("BUNDLE", "m=audio");
        assertThat(answer(HEAD + AUDIO)).contains("m=audio 9").doesNotContain("BUNDLE", "m=video");
        assertThat(answer(HEAD + AUDIO.replace("a=mid:sound\r\n", ""))).doesNotContain("a=mid");
    }

    @Test
    void whatIsNotServedIsRefusedInItsPlace() throws Exception {
        String data = "m=application 9 UDP/DTLS/SCTP webrtc-datachannel\r\nc=IN IP4 0.0.0.0\r\na=mid:data\r\n";
        String unknown = "m=text 9 RTP/AVP 98 99\r\na=mid:t\r\n";
        String second = VIDEO.replace("picture", "other");
        String answer = answer(HEAD + "a=group:BUNDLE picture data other t\r\n" + data + VIDEO + second + unknown);
        assertThat(answer.lines().filter(line -> line.startsWith("m=")))
                .containsExactly(
                        "m=application 0 UDP/DTLS/SCTP webrtc-datachannel",
                        "m=video 9 UDP/TLS/RTP/SAVPF 96",
                        "m=video 0 UDP/TLS/RTP/SAVPF 96",
                        "m=text 0 RTP/AVP 98 99");
        assertThat(answer).contains("a=group:BUNDLE picture\r\n");
    }

    @Test
    void whoOffersToBePassiveIsConnectedTo() throws Exception {
        String offer = HEAD + VIDEO.replace("actpass", "passive");
        assertThat(answer(offer)).contains("a=setup:active");
        assertThat(ViewerOffer.parse(offer).transport().setup()).isEqualTo(Setup.PASSIVE);
    }

    @Test
    void theFirstOfEachCodecCountsAndASectionHasSoManyLines() throws Exception {
        String twice = VIDEO.replace("SAVPF 96", "SAVPF 96 97 98")
                + "a=rtpmap:97 VP8/90000\r\na=rtpmap:98 rtx/90000\r\na=fmtp:98 apt=96\r\na=rtcp-fb:96 nack\r\n";
        assertThat(answer(HEAD + twice))
                .contains(
                        "m=video 9 UDP/TLS/RTP/SAVPF 96 98\r\n", "a=rtcp-fb:96 nack pli\r\n", "a=rtcp-fb:96 nack\r\n");
        int lines = (int) VIDEO.lines().count();
        String most = HEAD + VIDEO + "a=x:1\r\n".repeat(512 - lines);
        assertThat(answer(most)).contains("m=video 9");
        assertThatThrownBy(() -> ViewerOffer.parse(most + "a=x:1\r\n")).isInstanceOf(UnusableOfferException.class);
    }

    @Test
    void whatCannotBeAnsweredIsRefused() {
        for (String offer : List.of(
                "",
                "hello",
                HEAD,
                HEAD + VIDEO.replace("sendrecv", "sendonly"),
                HEAD + VIDEO.replace("sendrecv", "inactive"),
                HEAD + VIDEO.replace("a=rtcp-mux\r\n", "").replace("a=rtcp-mux-only\r\n", ""),
                HEAD + VIDEO.replace("VP8", "VP9"),
                HEAD + VIDEO.replace("a=ice-pwd", "a=ice-pwx"),
                HEAD + VIDEO.replace("a=fingerprint", "a=thumbprint"),
                HEAD + VIDEO.replace("video 9", "video 0"),
                HEAD + VIDEO.replace("picture", "pic ture"),
                HEAD + AUDIO + VIDEO,
                HEAD + VIDEO.repeat(20))) {
            assertThatThrownBy(() -> ViewerOffer.parse(offer)).as(offer).isInstanceOf(UnusableOfferException.class);
        }
    }

    @Test
    void aKindThatIsWantedInNoCodecOfOursIsLacking() throws Exception {
        ViewerOffer offer =
                ViewerOffer.parse(HEAD + "a=group:BUNDLE sound picture\r\n" + AUDIO + VIDEO.replace("VP8", "VP9"));
        assertThat(offer.lacks(Codec.VP8)).isTrue();
        assertThat(offer.lacks(Codec.OPUS)).isFalse();
        assertThat(ViewerOffer.parse(HEAD + AUDIO).lacks(Codec.VP8)).isFalse();
    }

    @Test
    void whatIsOfferedToTheStudioSaysTheRateAndComesBackAsAnAnswer() throws Exception {
        String offer = UpstreamOffer.write(LOCAL, List.of(Codec.H264, Codec.VP8), true, 2500, 1);
        assertThat(offer)
                .contains("a=ice-lite", "a=setup:actpass", "a=group:BUNDLE 0 1", "m=video 9 UDP/TLS/RTP/SAVPF 98 96")
                .contains("x-google-start-bitrate=2500", "a=rtcp-fb:96 goog-remb", "profile-level-id=42e01f")
                .doesNotContain("transport-cc", "rtx");
        UpstreamAnswer answer = UpstreamAnswer.parse(
                offer.replace("recvonly", "sendonly").replace("a=setup:actpass", "a=setup:active"));
        assertThat(answer.video()).contains(Codec.H264);
        assertThat(answer.audio()).isTrue();
        assertThat(answer.transport().setup()).isEqualTo(Setup.ACTIVE);
        assertThatThrownBy(() -> UpstreamAnswer.parse(offer)).isInstanceOf(UnusableOfferException.class);
        assertThat(UpstreamOffer.write(LOCAL, List.of(Codec.VP8), false, 700, 1))
                .doesNotContain("m=audio");
    }

    private static String answer(String offer) throws UnusableOfferException {
        return ViewerAnswer.write(ViewerOffer.parse(offer), LOCAL, new StreamIds(1, 2, -1, "c"), 5, 1, Codec.VP8);
    }

    static String offer(String browser) throws IOException {
        try (InputStream in =
                Objects.requireNonNull(ViewerAnswerTest.class.getResourceAsStream(browser + ".sdp"), browser)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
