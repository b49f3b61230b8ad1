package heliograph.signaling.http;

import heliograph.signaling.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A session description with its candidates written into it (RFC 8839). Holds nothing; any thread. */
final class Sdp {
    private static final String END = "\r\n";
    private static final Pattern DIRECTION = Pattern.compile("(?m)^a=(sendrecv|sendonly|recvonly|inactive)$");
    private static final Pattern REFUSED = Pattern.compile("m=\\S+ 0 ");

    private Sdp() {}

    /** Puts each candidate to the end of the section that it names; {@code complete}: there are no more. */
    static String merge(String sdp, List<Message.Candidate> candidates, boolean complete) {
        List<String> sections = sections(sdp);
        StringBuilder merged = new StringBuilder(sections.get(0));
        for (int i = 1; i < sections.size(); i++) {
            StringBuilder section = new StringBuilder(sections.get(i));
            for (Message.Candidate candidate : candidates) {
                String line = "a=" + candidate.candidate() + END;
                if (belongs(candidate, section, i - 1) && isOneLine(candidate) && section.indexOf(line) < 0) {
                    section.append(line);
                }
            }
            if (complete && section.indexOf("a=candidate:") >= 0 && section.indexOf("a=end-of-candidates") < 0) {
                section.append("a=end-of-candidates").append(END);
            }
            merged.append(section);
        }
        return merged.toString();
    }

    /** The part before the first {@code m=}, then each media section; every line ends with CRLF. */
    static List<String> sections(String sdp) {
        List<String> sections = new ArrayList<>();
        StringBuilder section = new StringBuilder();
        for (String line : sdp.lines().toList()) {
            if (line.startsWith("m=")) {
                sections.add(section.toString());
                section.setLength(0);
            }
            if (!line.isEmpty()) {
                section.append(line).append(END);
            }
        }
        sections.add(section.toString());
        return sections;
    }

    /** Whether an offer receives anything: a section's direction is its own, or else the description's (RFC 8866, section 6.7). */
    static boolean receives(String offer) {
        List<String> sections = sections(offer);
        String all = direction(sections.get(0)).orElse("sendrecv");
        return sections.stream()
                .skip(1)
                // Port 0 refuses a section, but not one that shares another's port (RFC 9143, section 6).
                .filter(section -> !REFUSED.matcher(section).lookingAt() || section.contains("a=bundle-only" + END))
                .map(section -> direction(section).orElse(all))
                .anyMatch(direction -> direction.contains("recv"));
    }

    private static Optional<String> direction(String section) {
        Matcher direction = DIRECTION.matcher(section.replace(END, "\n"));
        return direction.find() ? Optional.of(direction.group(1)) : Optional.empty();
    }

    private static boolean belongs(Message.Candidate candidate, CharSequence section, int index) {
        if (candidate.sdpMid() != null) {
            return section.toString().contains(END + "a=mid:" + candidate.sdpMid() + END);
        }
        return candidate.sdpMLineIndex() == null ? index == 0 : candidate.sdpMLineIndex() == index;
    }

    /** Anything else would write lines of its own into the description. */
    private static boolean isOneLine(Message.Candidate candidate) {
        return candidate.candidate().startsWith("candidate:")
                && candidate.candidate().chars().noneMatch(c -> c == '\r' || c == '\n' || c == 0);
    }
}
