package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import heliograph.signaling.protocol.Message;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Descriptions and candidates as a broadcaster that is not ours might send them. */
class SdpFuzzTest {
    /**
     * The input is a description, the line {@code ---}, and candidates, a line each: the section's mid or number, a space,
     * and the candidate. A backslash stands for a line's end, so that a candidate can try to be two lines.
     */
    @FuzzTest
    void whatIsMergedHasTheSameSectionsAndNoLineOfAnyOtherOrigin(byte[] input) {
        String[] parts = new String(input, StandardCharsets.UTF_8).split("\n---\n", 2);
        List<Message.Candidate> candidates = parts.length < 2 ? List.of() : candidates(parts[1]);

        String merged = Sdp.merge(parts[0], candidates, true);

        List<String> given = parts[0].lines().filter(line -> !line.isEmpty()).toList();
        List<String> lines = lines(merged);
        Set<String> allowed = new HashSet<>(given);
        candidates.forEach(candidate -> allowed.add("a=" + candidate.candidate()));
        allowed.add("a=end-of-candidates");
        assertThat(allowed).containsAll(lines);
        assertThat(lines).containsSubsequence(given);
        assertThat(media(lines)).isEqualTo(media(given));
        assertThat(Sdp.merge(merged, candidates, true)).isEqualTo(merged);
    }

    /** Each line ends with CRLF (RFC 8866, section 5), and neither character is anywhere else. */
    private static List<String> lines(String merged) {
        List<String> lines = List.of(merged.split("\r\n", -1));
        assertThat(lines.get(lines.size() - 1)).isEmpty();
        assertThat(lines).noneMatch(line -> line.contains("\r") || line.contains("\n"));
        return lines.subList(0, lines.size() - 1);
    }

    private static List<String> media(List<String> lines) {
        return lines.stream().filter(line -> line.startsWith("m=")).toList();
    }

    private static List<Message.Candidate> candidates(String text) {
        List<Message.Candidate> candidates = new ArrayList<>();
        for (String line : text.lines().toList()) {
            int space = line.indexOf(' ');
            String section = line.substring(0, Math.max(0, space));
            String candidate = line.substring(space + 1).replace("\\", "\r\n");
            boolean number = section.matches("[0-9]{1,3}");
            candidates.add(new Message.Candidate(
                    "s1", candidate, number ? null : section, number ? Integer.valueOf(section) : null));
        }
        return candidates;
    }
}
