package heliograph.signaling.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The part of a session description that ICE may change (RFC 8839), and what WHEP asks of an answer besides. Holds
 * nothing; any thread.
 */
final class SdpIce {
    private static final String CRLF = "\r\n";
    private static final String UFRAG = "a=ice-ufrag:";
    private static final String PWD = "a=ice-pwd:";
    private static final Pattern ORIGIN = Pattern.compile("(o=\\S+ \\S+ )(\\d{1,18})( .*)");
    private static final List<String> OF_FRAGMENT = List.of(
            "a=mid:",
            "a=ice-ufrag:",
            "a=ice-pwd:",
            "a=ice-options:",
            "a=ice-pacing:",
            "a=candidate:",
            "a=end-of-candidates");

    private SdpIce() {}

    /** What the section with this mid goes by, its own or the description's; empty when there is no such section. */
    static Optional<IceCredentials> credentials(String sdp, String mid) {
        List<String> sections = Sdp.sections(sdp);
        return section(sections, mid).map(section -> {
            String session = sections.get(0);
            return new IceCredentials(
                    value(section, UFRAG).or(() -> value(session, UFRAG)).orElse(""),
                    value(section, PWD).or(() -> value(session, PWD)).orElse(""));
        });
    }

    /** What the description goes by, in its first section that says so. */
    static IceCredentials credentials(String sdp) {
        return new IceCredentials(value(sdp, UFRAG).orElse(""), value(sdp, PWD).orElse(""));
    }

    /** The offer that restarts ICE: the same once more, with other credentials and without candidates. */
    static String restart(String offer, IceCredentials credentials) {
        StringBuilder again = new StringBuilder();
        for (String line : offer.lines().toList()) {
            Matcher origin = ORIGIN.matcher(line);
            if (line.startsWith(UFRAG)) {
                again.append(UFRAG).append(credentials.ufrag()).append(CRLF);
            } else if (line.startsWith(PWD)) {
                again.append(PWD).append(credentials.pwd()).append(CRLF);
            } else if (origin.matches()) {
                // RFC 3264, section 8: the version says that it is another description.
                long version = Long.parseLong(origin.group(2)) + 1;
                again.append(origin.group(1))
                        .append(version)
                        .append(origin.group(3))
                        .append(CRLF);
            } else if (!line.startsWith("a=candidate:") && !line.equals("a=end-of-candidates") && !line.isEmpty()) {
                again.append(line).append(CRLF);
            }
        }
        return again.toString();
    }

    /** What of an answer belongs into the answer to an ICE restart: the tagged section's ICE (RFC 8840, section 9). */
    static String fragment(String answer) {
        List<String> sections = Sdp.sections(answer);
        String session = sections.get(0);
        StringBuilder fragment = new StringBuilder();
        session.lines()
                .filter(line -> line.equals("a=ice-lite")
                        || line.startsWith("a=ice-options:")
                        || line.startsWith("a=ice-pacing:")
                        || line.startsWith("a=group:BUNDLE"))
                .forEach(line -> fragment.append(line).append(CRLF));
        String section = tagged(sections);
        section.lines().limit(1).forEach(line -> fragment.append(line).append(CRLF));
        // Those that the description has for all its sections are this one's as well.
        for (String prefix : List.of(UFRAG, PWD)) {
            if (value(section, prefix).isEmpty()) {
                value(session, prefix)
                        .ifPresent(text -> fragment.append(prefix).append(text).append(CRLF));
            }
        }
        section.lines()
                .skip(1)
                .filter(line -> OF_FRAGMENT.stream().anyMatch(line::startsWith))
                .forEach(line -> fragment.append(line).append(CRLF));
        return fragment.toString();
    }

    /**
     * The answer saying for each section that RTP and RTCP share its transport and nothing else will do, where the offer said
     * so (RFC 9143, section 9.3.1.2; WHEP, section 4.5.1). libwebrtc keeps to that and does not say it.
     */
    static String withExclusiveMux(String answer, String offer) {
        if (!offer.contains(CRLF + "a=rtcp-mux-only") && !offer.contains("\na=rtcp-mux-only")) {
            return answer;
        }
        List<String> sections = new ArrayList<>();
        for (String section : Sdp.sections(answer)) {
            boolean said = section.contains("a=rtcp-mux-only" + CRLF);
            sections.add(
                    said
                            ? section
                            : section.replace("a=rtcp-mux" + CRLF, "a=rtcp-mux" + CRLF + "a=rtcp-mux-only" + CRLF));
        }
        return String.join("", sections);
    }

    /** Whether a candidate is of the description with this ufrag, as far as it says. */
    static boolean isOf(String candidate, String ufrag) {
        int at = candidate.indexOf(" ufrag ");
        if (at < 0 || ufrag.isEmpty()) {
            return true;
        }
        String own = candidate.substring(at + " ufrag ".length());
        int end = own.indexOf(' ');
        return ufrag.equals(end < 0 ? own : own.substring(0, end));
    }

    /** The section that the bundle's transport is negotiated in: the group's first, or the only one that there is. */
    private static String tagged(List<String> sections) {
        return value(sections.get(0), "a=group:BUNDLE ")
                .flatMap(mids -> section(sections, mids.split(" ", 2)[0]))
                .orElse(sections.size() > 1 ? sections.get(1) : "");
    }

    private static Optional<String> section(List<String> sections, String mid) {
        return sections.stream()
                .skip(1)
                .filter(section -> section.contains(CRLF + "a=mid:" + mid + CRLF))
                .findFirst();
    }

    /** Whether it is about the ICE session that was begun with this offer. */
    static boolean isAbout(SdpFragment fragment, String offer) {
        if (fragment.sections().isEmpty()) {
            return credentials(offer).equals(fragment.credentials());
        }
        return fragment.sections().stream()
                .allMatch(section -> credentials(offer, section.mid())
                        .filter(fragment.credentials()::equals)
                        .isPresent());
    }

    private static Optional<String> value(String section, String prefix) {
        return section.lines()
                .filter(line -> line.startsWith(prefix))
                .findFirst()
                .map(line -> line.substring(prefix.length()).stripTrailing());
    }
}
