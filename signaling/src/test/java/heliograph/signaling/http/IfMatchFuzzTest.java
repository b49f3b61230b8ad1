package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/** Preconditions of a player's {@code PATCH}. */
class IfMatchFuzzTest {
    private static final String CURRENT = "\"oY2fXo2mT0y1bW8cVJm7Tg\"";

    @FuzzTest
    void whoDoesNotNameTheEntityMatchesItOnlyByAnAsterisk(byte[] input) {
        String value = new String(input, StandardCharsets.ISO_8859_1);
        Optional<IfMatch> precondition = of(value);
        precondition
                .filter(found -> found.matches(CURRENT))
                .ifPresent(found -> assertThat(
                                value.contains(CURRENT) || value.trim().equals("*") || value.contains("\"*\""))
                        .as(value)
                        .isTrue());
        if (!value.replace("W/" + CURRENT, "").contains(CURRENT)) {
            assertThat(precondition.filter(found -> found.strong().contains(CURRENT)))
                    .isEmpty();
        }
    }

    /** The input is the list, a line for each tag without its quotes; one that begins with {@code W/} is weak. */
    @FuzzTest
    void ofAnOrderlyListEachStrongOneMatchesAndNothingElse(byte[] input) {
        List<String> tags = new String(input, StandardCharsets.ISO_8859_1)
                .lines()
                .map(line -> line.startsWith("W/") ? "W/" + quoted(line.substring(2)) : quoted(line))
                .toList();
        String list = String.join(", ", tags);
        List<String> strong = tags.stream().filter(tag -> !tag.startsWith("W/")).toList();
        IfMatch precondition = of(list).orElse(new IfMatch(false, Set.of()));
        assertThat(precondition.strong())
                .containsExactlyInAnyOrderElementsOf(strong.stream().distinct().toList());
        assertThat(strong).allMatch(precondition::matches);
        assertThat(precondition.any()).isEqualTo(strong.contains("\"*\""));
    }

    /** With what an entity-tag may consist of (RFC 9110, section 8.8.3). */
    private static String quoted(String text) {
        return '"' + text.replaceAll("[^\\x21\\x23-\\x7e\\x80-\\xff]", "") + '"';
    }

    private static Optional<IfMatch> of(String value) {
        return IfMatch.of(HttpFields.build().add(HttpHeader.IF_MATCH, value));
    }
}
