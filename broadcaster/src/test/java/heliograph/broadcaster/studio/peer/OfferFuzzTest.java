package heliograph.broadcaster.studio.peer;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import heliograph.broadcaster.link.VideoCodec;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** What a viewer offers, before libwebrtc's native code sees it. */
class OfferFuzzTest {
    private static final int START_KILOBITS = 2500;

    /** The input is the offer; a first line that names a codec is the wish for it. */
    @FuzzTest
    void anOfferIsRefusedOrBecomesOneThatOnlyReceives(byte[] input) {
        String text = new String(input, StandardCharsets.UTF_8);
        VideoCodec wish = wish(text);
        String prepared;
        try {
            prepared = OfferedSdp.parse(text.substring(
                            text.startsWith(wish + "\n") ? wish.name().length() + 1 : 0))
                    .prepared(wish, START_KILOBITS);
        } catch (MalformedOfferException refusal) {
            return;
        }
        List<String> lines = lines(prepared);
        theMediaAreTheSame(lines, text.lines().toList());
        List<String> received = received(lines);
        assertThat(received).isNotEmpty().doesNotHaveDuplicates();
        assertThat(new HashSet<>(text.lines().toList())).containsAll(foreign(lines));
        assertThat(lines)
                .filteredOn(line -> line.startsWith("a=candidate:"))
                .allSatisfy(OfferFuzzTest::hasAnAddressThatNobodyIsAskedFor);
        assertThat(received(lines(again(prepared, wish)))).isEqualTo(received);
    }

    private static VideoCodec wish(String text) {
        return Arrays.stream(VideoCodec.values())
                .filter(codec -> text.startsWith(codec + "\n"))
                .findFirst()
                .orElse(VideoCodec.AUTO);
    }

    private static String again(String prepared, VideoCodec wish) {
        try {
            return OfferedSdp.parse(prepared).prepared(wish, START_KILOBITS);
        } catch (MalformedOfferException e) {
            throw new AssertionError("our own offer", e);
        }
    }

    /** Each line ends with CRLF (RFC 8866, section 5); neither character is anywhere else, and NUL is not at all (section 9). */
    private static List<String> lines(String prepared) {
        List<String> lines = List.of(prepared.split("\r\n", -1));
        assertThat(lines.get(lines.size() - 1)).isEmpty();
        assertThat(prepared.replace("\r\n", "")).doesNotContain("\r", "\n", "\0");
        return lines.subList(0, lines.size() - 1);
    }

    /** The same sections in the same order, with the same payload types, if in another order: an answer goes by that. */
    private static void theMediaAreTheSame(List<String> prepared, List<String> offered) {
        List<List<String>> expected = media(offered);
        List<List<String>> actual = media(prepared);
        assertThat(actual).hasSameSizeAs(expected);
        for (int i = 0; i < actual.size(); i++) {
            assertThat(actual.get(i).subList(0, 3)).isEqualTo(expected.get(i).subList(0, 3));
            assertThat(actual.get(i)).containsExactlyInAnyOrderElementsOf(expected.get(i));
        }
    }

    private static List<List<String>> media(List<String> lines) {
        return lines.stream()
                .filter(line -> line.startsWith("m="))
                .map(line -> Arrays.asList(line.split(" +", -1)))
                .map(words -> words.get(words.size() - 1).isEmpty() ? words.subList(0, words.size() - 1) : words)
                .toList();
    }

    /** The kinds of the sections that receive; a section of media says what it does exactly once, and never sends. */
    private static List<String> received(List<String> lines) {
        List<String> kinds = new ArrayList<>();
        String kind = "";
        for (String line : lines) {
            if (line.startsWith("m=")) {
                kind = line.substring(2, line.indexOf(' '));
            }
            if (Set.of("audio", "video").contains(kind)) {
                assertThat(line).isNotIn("a=sendrecv", "a=sendonly");
                if (line.equals("a=recvonly")) {
                    kinds.add(kind);
                }
            }
        }
        return kinds;
    }

    /** What must come from the viewer: all that the preparation does not write itself. */
    private static List<String> foreign(List<String> lines) {
        return lines.stream()
                .filter(line -> !line.startsWith("m=")
                        && !Set.of("a=recvonly", "a=inactive").contains(line))
                .filter(line -> !line.endsWith("x-google-start-bitrate=" + START_KILOBITS))
                .toList();
    }

    @FuzzTest
    void aCandidateThatPassesIsOneLineWithAnAddressThatNobodyIsAskedFor(byte[] input) {
        String candidate = new String(input, StandardCharsets.UTF_8);
        if (RemoteCandidates.isSensible(candidate)) {
            hasAnAddressThatNobodyIsAskedFor(candidate);
        }
    }

    private static void hasAnAddressThatNobodyIsAskedFor(String candidate) {
        assertThat(candidate).hasSizeLessThan(700).doesNotContain("\r", "\n", "\0");
        String address = candidate.split(" ", -1)[4];
        assertThat(address.endsWith(".local") || address.contains(":") || address.matches("[0-9.]+"))
                .as(address)
                .isTrue();
    }
}
