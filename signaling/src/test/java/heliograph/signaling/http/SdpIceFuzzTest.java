package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** What is made of a player's offer for a restart, and of an answer for a player. */
class SdpIceFuzzTest {
    private static final IceCredentials OTHERS = new IceCredentials("other", "0123456789012345678901");

    @FuzzTest
    void aRestartChangesIceAndTheVersionAndNothingElse(byte[] input) {
        String offer = new String(input, StandardCharsets.UTF_8);
        String restart = SdpIce.restart(offer, OTHERS);
        assertThat(withoutIce(restart)).isEqualTo(withoutIce(offer));
        assertThat(restart.lines())
                .noneMatch(line -> line.startsWith("a=candidate:") || line.equals("a=end-of-candidates"))
                .filteredOn(line -> line.startsWith("a=ice-ufrag:") || line.startsWith("a=ice-pwd:"))
                .allMatch(line ->
                        line.equals("a=ice-ufrag:" + OTHERS.ufrag()) || line.equals("a=ice-pwd:" + OTHERS.pwd()));
        assertThat(SdpIce.credentials(restart).ufrag()).isIn("", OTHERS.ufrag());
    }

    @FuzzTest
    void aFragmentHasNothingButWhatIceMayChangeOfTheAnswer(byte[] input) {
        String answer = new String(input, StandardCharsets.UTF_8);
        Set<String> said = answer.lines().map(String::stripTrailing).collect(Collectors.toSet());
        List<String> fragment =
                SdpIce.fragment(answer).lines().map(String::stripTrailing).toList();
        assertThat(said).containsAll(fragment);
        assertThat(fragment)
                .allMatch(line -> line.startsWith("m=")
                        || line.startsWith("a=ice-")
                        || line.startsWith("a=group:BUNDLE")
                        || line.startsWith("a=mid:")
                        || line.startsWith("a=candidate:")
                        || line.startsWith("a=end-of-candidates"));
        assertThat(fragment).filteredOn(line -> line.startsWith("m=")).hasSizeLessThanOrEqualTo(1);
        String exclusive = SdpIce.withExclusiveMux(answer, "v=0\r\na=rtcp-mux-only\r\n");
        assertThat(withoutMuxOnly(exclusive)).isEqualTo(withoutMuxOnly(answer));
        assertThat(SdpIce.withExclusiveMux(answer, "v=0\r\n")).isEqualTo(answer);
    }

    private static List<String> withoutMuxOnly(String sdp) {
        return sdp.lines()
                .filter(line -> !line.isEmpty() && !line.equals("a=rtcp-mux-only"))
                .toList();
    }

    private static List<String> withoutIce(String sdp) {
        return sdp.lines()
                .filter(line -> !line.isEmpty()
                        && !line.startsWith("a=ice-ufrag:")
                        && !line.startsWith("a=ice-pwd:")
                        && !line.startsWith("a=candidate:")
                        && !line.equals("a=end-of-candidates"))
                .map(line -> line.replaceFirst("^(o=\\S+ \\S+ )\\d{1,19}( .*)$", "$1$2"))
                .toList();
    }
}
