package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.Message;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SdpTest {
    private static final String SDP = lines("v=0", "t=0 0", "m=audio 9 X 1", "a=mid:a", "m=video 9 X 2", "a=mid:v");

    private static String lines(String... lines) {
        return String.join("\r\n", lines) + "\r\n";
    }

    private static Message.Candidate candidate(String text, @Nullable String mid, @Nullable Integer index) {
        return new Message.Candidate("s", text, mid, index);
    }

    @Test
    void eachCandidateGoesToTheEndOfTheSectionThatItNames() {
        List<Message.Candidate> candidates = List.of(
                candidate("candidate:1", "v", 0),
                candidate("candidate:2", null, 0),
                candidate("candidate:3", "a", null));
        assertThat(Sdp.merge(SDP, candidates, true))
                .isEqualTo(lines(
                        "v=0",
                        "t=0 0",
                        "m=audio 9 X 1",
                        "a=mid:a",
                        "a=candidate:2",
                        "a=candidate:3",
                        "a=end-of-candidates",
                        "m=video 9 X 2",
                        "a=mid:v",
                        "a=candidate:1",
                        "a=end-of-candidates"));
    }

    @Test
    void theEndIsNotSaidWhileThereMayBeMore() {
        assertThat(Sdp.merge(SDP, List.of(candidate("candidate:1", "a", 0)), false))
                .contains("a=candidate:1\r\n")
                .doesNotContain("end-of-candidates");
    }

    @Test
    void whatIsThereAlreadyIsNotRepeated() {
        String whole = Sdp.merge(SDP, List.of(candidate("candidate:1", "a", 0)), true);
        assertThat(Sdp.merge(whole, List.of(candidate("candidate:1", "a", 0)), true))
                .isEqualTo(whole);
    }

    @Test
    void aCandidateCannotBringLinesOfItsOwn() {
        List<Message.Candidate> candidates =
                List.of(candidate("candidate:1\r\na=evil", "a", 0), candidate("evil", "a", 0));
        assertThat(Sdp.merge(SDP, candidates, false)).isEqualTo(SDP);
    }

    @Test
    void otherLineEndsBecomeTheRightOnes() {
        assertThat(Sdp.merge(SDP.replace("\r\n", "\n"), List.of(), false)).isEqualTo(SDP);
    }

    @ParameterizedTest
    @CsvSource({
        "'m=audio 9 X 1|a=recvonly', true",
        "'m=audio 9 X 1|a=sendrecv', true",
        "'m=audio 9 X 1', true",
        "'a=sendonly|m=audio 9 X 1', false",
        "'a=sendonly|m=audio 9 X 1|a=recvonly', true",
        "'m=audio 9 X 1|a=sendonly|m=video 9 X 2|a=inactive', false",
        "'m=audio 9 X 1|a=sendonly|m=video 9 X 2|a=recvonly', true",
        "'m=audio 9 X 1|a=sendonly|m=video 0 X 2|a=recvonly', false",
        "'m=audio 9 X 1|a=sendonly|m=video 0 X 2|a=bundle-only|a=recvonly', true",
        "'m=audio 9 X 1|a=sendonly-not|a=inactive', false"
    })
    void anOfferReceivesByWhatItsSectionsSay(String text, boolean receives) {
        String offer = "v=0|" + text + "|";
        assertThat(Sdp.receives(offer.replace("|", "\r\n"))).isEqualTo(receives);
        assertThat(Sdp.receives(offer.replace("|", "\n"))).isEqualTo(receives);
    }
}
