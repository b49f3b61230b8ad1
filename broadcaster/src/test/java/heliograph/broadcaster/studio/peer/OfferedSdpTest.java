package heliograph.broadcaster.studio.peer;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heliograph.broadcaster.link.VideoCodec;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

/** With offers that Chromium and Firefox really made. */
class OfferedSdpTest {
    @Test
    void theCodecThatIsWishedForComesFirst() throws Exception {
        String prepared = OfferedSdp.parse(offer("chromium")).prepared(VideoCodec.VP9, 2500);

        assertThat(firstVideoCodec(prepared)).isEqualTo("VP9");
        assertThat(payloads(prepared, "video"))
                .containsExactlyInAnyOrderElementsOf(payloads(offer("chromium"), "video"));
    }

    @Test
    void autoSendsVp8() throws Exception {
        assertThat(firstVideoCodec(OfferedSdp.parse(offer("chromium")).prepared(VideoCodec.AUTO, 2500)))
                .isEqualTo("VP8");
    }

    @Test
    void aCodecThatTheViewerCannotPlayFallsBack() throws Exception {
        assertThat(firstVideoCodec(OfferedSdp.parse(offer("firefox-one-codec")).prepared(VideoCodec.H264, 2500)))
                .isEqualTo("VP8");
    }

    @Test
    void attributesOfCodecsThatAreNotOfferedAreDropped() throws Exception {
        assertThat(offer("firefox-one-codec")).contains("a=rtcp-fb:121 nack");

        String prepared = OfferedSdp.parse(offer("firefox-one-codec")).prepared(VideoCodec.AUTO, 2500);

        assertThat(prepared).contains("a=rtcp-fb:120 nack").doesNotContain("a=rtcp-fb:121");
    }

    @Test
    void noViewerStartsWithMoreThanItsLinkMayBeTrustedWith() throws Exception {
        assertThat(OfferedSdp.parse(offer("chromium")).prepared(VideoCodec.AUTO, 20_000))
                .contains("x-google-start-bitrate=2500")
                .doesNotContain("x-google-start-bitrate=20000");
    }

    @Test
    void everyVideoCodecStartsAtTheTargetAndKeepsItsOwnParameters() throws Exception {
        List<String> lines = OfferedSdp.parse(offer("chromium"))
                .prepared(VideoCodec.AUTO, 1234)
                .lines()
                .toList();

        for (String codec : List.of("VP8", "VP9", "H264", "AV1")) {
            for (String payload : payloadsOf(lines, codec)) {
                assertThat(lines)
                        .anyMatch(line -> line.startsWith("a=fmtp:" + payload + " ")
                                && line.contains("x-google-start-bitrate=1234"));
            }
        }
        assertThat(lines).anyMatch(line -> line.contains("profile-level-id=42e01f;x-google-start-bitrate=1234"));
        assertThat(lines).noneMatch(line -> line.contains("apt=") && line.contains("x-google"));
    }

    @Test
    void aViewerThatWouldSendAsWellOnlyReceives() throws Exception {
        String both = offer("chromium").replace("a=recvonly", "a=sendrecv");

        assertThat(OfferedSdp.parse(both).prepared(VideoCodec.AUTO, 2500))
                .contains("a=recvonly")
                .doesNotContain("a=sendrecv");
    }

    @Test
    void aSectionThatSharesAnothersTransportIsOfferedAlthoughItsPortIsZero() throws Exception {
        String whole = offer("firefox-one-codec")
                .replace("m=audio 9 ", "m=audio 0 ")
                .replace("a=mid:1", "a=mid:1\r\na=bundle-only");
        String refused = whole.replace("a=bundle-only\r\n", "");

        assertThat(OfferedSdp.parse(whole)
                        .prepared(VideoCodec.AUTO, 2500)
                        .lines()
                        .filter("a=recvonly"::equals))
                .hasSize(2);
        assertThat(OfferedSdp.parse(refused)
                        .prepared(VideoCodec.AUTO, 2500)
                        .lines()
                        .filter("a=recvonly"::equals))
                .hasSize(1);
    }

    @Test
    void aSecondVideoSectionStaysInactive() throws Exception {
        String offer = offer("chromium");
        String video = offer.substring(offer.indexOf("m=video"), offer.indexOf("m=audio"));

        String prepared = OfferedSdp.parse(offer + video).prepared(VideoCodec.AUTO, 2500);

        assertThat(prepared.lines().filter("a=recvonly"::equals)).hasSize(2);
        assertThat(prepared.lines().filter("a=inactive"::equals)).hasSize(1);
    }

    @Test
    void candidatesWhoseNamesWouldHaveToBeLookedUpAreLeftOut() throws Exception {
        String good = "a=candidate:1 1 udp 2122260223 192.0.2.1 61764 typ host\r\n";
        String browsers = "a=candidate:2 1 udp 2122260223 0f2c-11.local 61764 typ host\r\n";
        String name = "a=candidate:3 1 udp 2122260223 heliograph.invalid 61764 typ host\r\n";

        String prepared =
                OfferedSdp.parse(offer("chromium") + good + browsers + name).prepared(VideoCodec.AUTO, 2500);

        assertThat(prepared).contains(good, browsers).doesNotContain("heliograph.invalid");
    }

    @Test
    void whatIsNoOfferIsRefused() {
        for (String text :
                List.of("", "hello", "v=0", "v=0\r\nm=video", "v=0\r\nm=video 9 X 1\r\na=sendonly\r\n", "\0\0\0")) {
            assertThatThrownBy(() -> OfferedSdp.parse(text)).isInstanceOf(MalformedOfferException.class);
        }
        assertThatThrownBy(() -> OfferedSdp.parse("v=0\r\n" + "m=video 9 X 1\r\n".repeat(20)))
                .isInstanceOf(MalformedOfferException.class);
    }

    private static String firstVideoCodec(String sdp) {
        String first = payloads(sdp, "video").get(0);
        String map = sdp.lines()
                .filter(line -> line.startsWith("a=rtpmap:" + first + " "))
                .findFirst()
                .orElseThrow();
        return map.substring(map.indexOf(' ') + 1, map.indexOf('/'));
    }

    private static List<String> payloads(String sdp, String kind) {
        String media = sdp.lines()
                .filter(line -> line.startsWith("m=" + kind))
                .findFirst()
                .orElseThrow();
        return List.of(media.split(" ", -1)).subList(3, media.split(" ", -1).length);
    }

    private static List<String> payloadsOf(List<String> lines, String codec) {
        return lines.stream()
                .filter(line -> line.startsWith("a=rtpmap:") && line.contains(" " + codec + "/"))
                .map(line -> line.substring("a=rtpmap:".length(), line.indexOf(' ')))
                .toList();
    }

    private static String offer(String browser) throws IOException {
        try (InputStream in = OfferedSdpTest.class.getResourceAsStream(browser + ".sdp")) {
            return new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
