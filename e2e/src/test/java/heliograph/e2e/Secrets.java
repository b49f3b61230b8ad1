package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/**
 * What was used and must be told nowhere, by kind, and the search for it. What is taken out of a text must be found in that text, so
 * that no search is blind; used from one thread.
 */
final class Secrets {
    /** Shorter ones are in many a text by chance. */
    static final int SHORTEST = 8;

    private static final Pattern DESCRIBED = Pattern.compile("a=(?:ice-pwd|fingerprint):([^\r\n]+)");

    /** RFC 8839, section 5.4; four characters are enough for it, so it is searched with its name before it. */
    private static final Pattern UFRAG = Pattern.compile("ufrag[: ]([A-Za-z0-9+/]{4,256})");

    /** RFC 8839, section 5.1; those of active TCP have port 9, which is nobody's. */
    private static final Pattern CANDIDATE =
            Pattern.compile("candidate:\\S+ \\d+ (?:udp|UDP) \\d+ (\\S+) (\\d+) typ [^\r\n]*");

    private final Map<String, List<Pattern>> all = new LinkedHashMap<>();

    /** Adds some of a kind that are searched as they are. */
    void add(String kind, List<String> texts) {
        assertThat(texts)
                .as(kind)
                .isNotEmpty()
                .allSatisfy(text -> assertThat(text).hasSizeGreaterThanOrEqualTo(SHORTEST));
        texts.forEach(text -> search(kind, Pattern.quote(text)));
    }

    /** Adds all of a kind in this text: what the pattern's first group is. */
    void addAll(String kind, Pattern pattern, String text) {
        add(kind, found(pattern, text));
        assertThat(in(text)).as("found where it is").contains(kind);
    }

    /** Adds the passwords, fingerprints, user fragments and, if any, the candidates of a description or fragment. */
    void addDescription(String sdp) {
        addAll("ICE password or DTLS fingerprint", DESCRIBED, sdp);
        for (String ufrag : found(UFRAG, sdp)) {
            search("ICE user fragment", "(?i:ufrag)\\W{1,4}" + Pattern.quote(ufrag) + "(?![A-Za-z0-9+/])");
        }
        assertThat(in(sdp)).contains("ICE user fragment");
        CANDIDATE.matcher(sdp).results().forEach(match -> addCandidate(match.group(1), match.group(2), match.group()));
    }

    private void addCandidate(String address, String port, String line) {
        search("candidate's address", Pattern.quote(address) + "\\W{1,3}" + port + "(?!\\d)");
        assertThat(in(line)).contains("candidate's address");
        assertThat(in("to " + address + ":" + port + ",")).contains("candidate's address");
    }

    /** Which kinds were added. */
    List<String> kinds() {
        return List.copyOf(all.keySet());
    }

    /** The kinds of which some are in this text. */
    List<String> in(String text) {
        return all.entrySet().stream()
                .filter(kind -> kind.getValue().stream()
                        .anyMatch(secret -> secret.matcher(text).find()))
                .map(Map.Entry::getKey)
                .toList();
    }

    private void search(String kind, String pattern) {
        all.computeIfAbsent(kind, key -> new ArrayList<>()).add(Pattern.compile(pattern));
    }

    private static List<String> found(Pattern pattern, String text) {
        return pattern.matcher(text)
                .results()
                .map((MatchResult match) -> match.group(1).trim())
                .distinct()
                .toList();
    }
}
