package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;

/** What a player sends to its session. */
class SdpFragmentFuzzTest {
    /** Our own words, which quote nothing. */
    private static final List<String> COMPLAINTS = List.of(
            "a media line that is none",
            "too many media sections",
            "a line that is neither m= nor a=",
            "a candidate of no media section",
            "sections of more than one ICE session",
            "no ice-ufrag and ice-pwd, or none of the right form",
            "a media section without a mid",
            "a candidate that is none",
            "ice-ufrag without ice-pwd, or the other way round",
            "an attribute that is there twice");

    @FuzzTest
    void aFragmentSaysWhatStandsInItAndNothingElseOrIsRefusedInOurOwnWords(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        SdpFragment fragment;
        try {
            fragment = SdpFragment.parse(text);
        } catch (MalformedFragmentException refusal) {
            assertThat(COMPLAINTS).contains(refusal.text());
            return;
        }
        List<String> lines = text.lines().map(String::stripTrailing).toList();
        IceCredentials credentials = fragment.credentials();
        assertThat(credentials.ufrag()).matches("[A-Za-z0-9+/]{4,256}");
        assertThat(credentials.pwd()).matches("[A-Za-z0-9+/]{22,256}");
        assertThat(lines).contains("a=ice-ufrag:" + credentials.ufrag(), "a=ice-pwd:" + credentials.pwd());
        assertThat(fragment.toString()).doesNotContain("pwd=");
        assertThat(mids(fragment)).isEqualTo(valuesOf(lines, "a=mid:"));
        // All of them, as they came and in their order, and each one line of visible characters.
        assertThat(candidates(fragment)).isEqualTo(valuesOf(lines, "a=candidate:"));
        assertThat(candidates(fragment)).allMatch(candidate -> candidate.matches("[ -~]+"));
        assertThat(fragment.candidateCount()).isEqualTo(candidates(fragment).size());
        assertThat(lines.contains("a=end-of-candidates") || !fragment.complete())
                .isTrue();
        assertThat(parsed(written(fragment))).isEqualTo(fragment);
    }

    private static List<String> mids(SdpFragment fragment) {
        return fragment.sections().stream().map(SdpFragment.Section::mid).toList();
    }

    private static List<String> candidates(SdpFragment fragment) {
        return fragment.sections().stream()
                .flatMap(section -> section.candidates().stream())
                .map(candidate -> candidate.substring("candidate:".length()))
                .toList();
    }

    /** Those of media sections: what stands before them is about all. */
    private static List<String> valuesOf(List<String> lines, String attribute) {
        return lines.stream()
                .dropWhile(line -> !line.startsWith("m="))
                .filter(line -> line.startsWith(attribute))
                .map(line -> line.substring(attribute.length()))
                .toList();
    }

    /** The same once more, by way of what RFC 8840 says. */
    private static String written(SdpFragment fragment) {
        String session = "a=ice-ufrag:" + fragment.credentials().ufrag() + "\r\na=ice-pwd:"
                + fragment.credentials().pwd() + "\r\n"
                + (fragment.complete() ? "a=end-of-candidates\r\n" : "");
        return fragment.sections().stream()
                .flatMap(section -> Stream.concat(
                        Stream.of("m=video 9 UDP/TLS/RTP/SAVPF 96", "a=mid:" + section.mid()),
                        section.candidates().stream().map(candidate -> "a=" + candidate)))
                .reduce(session, (all, line) -> all + line + "\r\n");
    }

    private static SdpFragment parsed(String text) {
        try {
            return SdpFragment.parse(text);
        } catch (MalformedFragmentException e) {
            throw new AssertionError("our own fragment: " + e.text(), e);
        }
    }
}
