package heliograph.signaling.http;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a player sends to trickle candidates or to restart ICE: {@code application/trickle-ice-sdpfrag} (RFC 8840, section
 * 9). Immutable.
 *
 * @param credentials of the ICE session that it is about: one for all sections, since they are bundled
 * @param sections what it says of each media section
 * @param complete there are no more candidates, in any section
 */
record SdpFragment(IceCredentials credentials, List<Section> sections, boolean complete) {
    /** Its media type. */
    static final String TYPE = "application/trickle-ice-sdpfrag";

    private static final int MOST_SECTIONS = 16;
    private static final int LONGEST_LINE = 1024;
    private static final Pattern MEDIA_LINE = Pattern.compile("m=[a-z]+ \\d{1,5} \\S+ \\S.*");
    private static final Pattern MID = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,64}");

    /** RFC 8839, section 5.1: visible characters. The address may be a name. */
    private static final Pattern CANDIDATE =
            Pattern.compile("candidate:[A-Za-z0-9+/]{1,32} \\d{1,5} [!-~]{1,32} \\d{1,10}"
                    + " [A-Za-z0-9.:-]{1,255} \\d{1,5} typ [A-Za-z0-9-]{1,32}(?: [!-~]+)*");

    private static final String CANDIDATE_PREFIX = "a=candidate:";
    private static final String END = "a=end-of-candidates";

    /**
     * What it says of one media section.
     *
     * @param mid which one (RFC 5888)
     * @param candidates in the browser's form, {@code candidate:} and what follows
     */
    record Section(String mid, List<String> candidates) {
        Section {
            candidates = List.copyOf(candidates);
        }
    }

    SdpFragment {
        sections = List.copyOf(sections);
    }

    int candidateCount() {
        return sections.stream()
                .mapToInt(section -> section.candidates().size())
                .sum();
    }

    /** Reads one. Attributes that it does not know are passed over, as the specification wants, and so are empty lines. */
    static SdpFragment parse(String text) throws MalformedFragmentException {
        List<String> session = new ArrayList<>();
        List<List<String>> media = new ArrayList<>();
        for (String line : text.lines().filter(it -> !it.isBlank()).toList()) {
            if (line.startsWith("m=")) {
                check(MEDIA_LINE.matcher(line).matches(), "a media line that is none");
                media.add(new ArrayList<>());
                check(media.size() <= MOST_SECTIONS, "too many media sections");
            } else {
                check(line.startsWith("a=") && line.length() <= LONGEST_LINE, "a line that is neither m= nor a=");
                (media.isEmpty() ? session : media.get(media.size() - 1)).add(line);
            }
        }
        check(session.stream().noneMatch(line -> line.startsWith(CANDIDATE_PREFIX)), "a candidate of no media section");
        IceCredentials ofSession = credentials(session, null);
        IceCredentials all = ofSession;
        List<Section> sections = new ArrayList<>();
        boolean complete = !media.isEmpty();
        for (List<String> lines : media) {
            IceCredentials own = credentials(lines, ofSession);
            check(all == null || all.equals(own), "sections of more than one ICE session");
            all = own;
            sections.add(section(lines));
            complete &= lines.contains(END);
        }
        if (all == null || !all.isWellFormed()) {
            throw new MalformedFragmentException("no ice-ufrag and ice-pwd, or none of the right form");
        }
        return new SdpFragment(all, sections, complete || session.contains(END));
    }

    private static Section section(List<String> lines) throws MalformedFragmentException {
        String mid = value(lines, "a=mid:");
        if (mid == null || !MID.matcher(mid).matches()) {
            throw new MalformedFragmentException("a media section without a mid");
        }
        List<String> candidates = new ArrayList<>();
        for (String line : lines) {
            if (line.startsWith(CANDIDATE_PREFIX)) {
                String candidate = line.substring(2).stripTrailing();
                check(CANDIDATE.matcher(candidate).matches(), "a candidate that is none");
                candidates.add(candidate);
            }
        }
        return new Section(mid, candidates);
    }

    private static @Nullable IceCredentials credentials(List<String> lines, @Nullable IceCredentials otherwise)
            throws MalformedFragmentException {
        String ufrag = value(lines, "a=ice-ufrag:");
        String pwd = value(lines, "a=ice-pwd:");
        check((ufrag == null) == (pwd == null), "ice-ufrag without ice-pwd, or the other way round");
        return ufrag == null || pwd == null ? otherwise : new IceCredentials(ufrag, pwd);
    }

    private static @Nullable String value(List<String> lines, String prefix) throws MalformedFragmentException {
        List<String> values = lines.stream()
                .filter(line -> line.startsWith(prefix))
                .map(line -> line.substring(prefix.length()).stripTrailing())
                .toList();
        check(values.size() <= 1, "an attribute that is there twice");
        return values.isEmpty() ? null : values.get(0);
    }

    private static void check(boolean right, String otherwise) throws MalformedFragmentException {
        if (!right) {
            throw new MalformedFragmentException(otherwise);
        }
    }
}
