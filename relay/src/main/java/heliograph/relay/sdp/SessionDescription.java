package heliograph.relay.sdp;

import heliograph.relay.UnusableOfferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A session description (RFC 8866), read strictly: a stranger sends it. Immutable.
 *
 * @param attributes of the session, without {@code a=}
 * @param media its media descriptions, in their order
 */
record SessionDescription(List<String> attributes, List<MediaDescription> media) {
    private static final int LONGEST = 64 * 1024;
    private static final int LONGEST_LINE = 4096;
    private static final int MOST_SECTIONS = 16;

    SessionDescription {
        attributes = List.copyOf(attributes);
        media = List.copyOf(media);
    }

    static SessionDescription parse(String sdp) throws UnusableOfferException {
        check(sdp.length() <= LONGEST, "a description that is too long");
        List<List<String>> blocks = new ArrayList<>();
        blocks.add(new ArrayList<>());
        for (String line : sdp.lines().toList()) {
            if (line.isEmpty()) {
                continue;
            }
            check(isLine(line), "a line that is no SDP");
            if (line.startsWith("m=")) {
                blocks.add(new ArrayList<>());
                check(blocks.size() <= MOST_SECTIONS + 1, "too many media descriptions");
            }
            blocks.get(blocks.size() - 1).add(line);
        }
        List<String> session = blocks.remove(0);
        check(!session.isEmpty() && session.get(0).equals("v=0"), "no SDP");
        List<String> attributes = new ArrayList<>();
        for (String line : session) {
            if (line.startsWith("a=")) {
                attributes.add(line.substring(2).stripTrailing());
            }
        }
        List<MediaDescription> media = new ArrayList<>();
        for (List<String> block : blocks) {
            media.add(MediaDescription.of(block));
        }
        return new SessionDescription(attributes, media);
    }

    /** Of the first attribute of the session that has this name. */
    Optional<String> value(String name) {
        String prefix = name + ":";
        return attributes.stream()
                .filter(attribute -> attribute.startsWith(prefix))
                .map(attribute -> attribute.substring(prefix.length()).strip())
                .findFirst();
    }

    /** What a media description says, or the session for all of them. */
    Optional<String> value(MediaDescription section, String name) {
        return section.value(name).or(() -> value(name));
    }

    /** RFC 8866, section 6.7; {@code sendrecv} where nothing is said. */
    String direction(MediaDescription section) {
        List<String> directions = List.of("sendrecv", "recvonly", "sendonly", "inactive");
        return section.attributes().stream()
                .filter(directions::contains)
                .findFirst()
                .or(() -> attributes.stream().filter(directions::contains).findFirst())
                .orElse("sendrecv");
    }

    private static boolean isLine(String line) {
        return line.length() >= 2
                && line.length() <= LONGEST_LINE
                && line.charAt(1) == '='
                && line.charAt(0) >= 'a'
                && line.charAt(0) <= 'z'
                && line.chars().allMatch(c -> c >= ' ' || c == '\t');
    }

    private static void check(boolean right, String otherwise) throws UnusableOfferException {
        if (!right) {
            throw new UnusableOfferException(otherwise);
        }
    }
}
