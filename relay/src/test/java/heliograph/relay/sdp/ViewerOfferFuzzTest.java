package heliograph.relay.sdp;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import heliograph.relay.UnusableOfferException;
import heliograph.relay.rtp.Codec;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** What a viewer offers: a stranger's bytes. */
class ViewerOfferFuzzTest {
    @FuzzTest
    void anOfferIsRefusedOrAnsweredSectionBySection(byte[] input) {
        String sdp = new String(input, StandardCharsets.UTF_8);
        ViewerOffer offer;
        try {
            offer = ViewerOffer.parse(sdp);
        } catch (UnusableOfferException e) {
            return;
        }
        String answer = ViewerAnswer.write(offer, ViewerAnswerTest.LOCAL, new StreamIds(1, 2, 3, "c"), 1, 1, Codec.VP8);
        List<String> lines = List.of(answer.split("\r\n", -1));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("m="))
                .hasSize(offer.description().media().size());
        assertThat(lines.get(lines.size() - 1)).isEmpty();
        assertThat(lines.subList(0, lines.size() - 1)).allMatch(line -> line.matches("[a-z]=[^\\r\\n]*"));
        assertThat(lines).filteredOn("a=sendonly"::equals).hasSizeBetween(1, 2);
        assertThat(lines).noneMatch(line -> line.equals("a=recvonly") || line.equals("a=sendrecv"));
    }

    @FuzzTest
    void aStudiosAnswerIsRefusedOrSendsSomething(byte[] input) {
        try {
            UpstreamAnswer answer = UpstreamAnswer.parse(new String(input, StandardCharsets.UTF_8));
            assertThat(answer.audio() || answer.video().isPresent()).isTrue();
        } catch (UnusableOfferException e) {
            assertThat(e).hasMessageNotContaining("\n");
        }
    }
}
