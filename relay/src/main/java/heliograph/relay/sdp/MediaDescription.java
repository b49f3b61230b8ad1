package heliograph.relay.sdp;

import heliograph.relay.UnusableOfferException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One media description (RFC 8866, section 5.14): its {@code m=} line and the attributes up to the next.
 *
 * @param kind {@code audio}, {@code video}, {@code application} ...
 * @param port 0: refused, or bundle-only
 * @param protocol as it stands there
 * @param formats as they stand there; payload types for RTP
 * @param attributes without {@code a=}
 */
record MediaDescription(String kind, int port, String protocol, List<String> formats, List<String> attributes) {
    private static final Pattern MEDIA_LINE = Pattern.compile(
            "m=([a-z]{1,32}) (\\d{1,5})(?:/\\d{1,5})? ([!-~]{1,64}) ([!-~]{1,64}(?: [!-~]{1,64}){0,127})");

    /** Browsers write some two hundred. */
    private static final int MOST_LINES = 512;

    MediaDescription {
        formats = List.copyOf(formats);
        attributes = List.copyOf(attributes);
    }

    /** Of these lines, the first of them the {@code m=} line. */
    static MediaDescription of(List<String> lines) throws UnusableOfferException {
        if (lines.size() > MOST_LINES) {
            throw new UnusableOfferException("a media description that is too long");
        }
        Matcher media = MEDIA_LINE.matcher(lines.get(0));
        if (!media.matches() || Integer.parseInt(media.group(2)) > 0xffff) {
            throw new UnusableOfferException("a media line that is none");
        }
        List<String> attributes = new ArrayList<>();
        for (String line : lines.subList(1, lines.size())) {
            if (line.startsWith("a=")) {
                attributes.add(line.substring(2).stripTrailing());
            }
        }
        return new MediaDescription(
                media.group(1),
                Integer.parseInt(media.group(2)),
                media.group(3),
                List.of(media.group(4).split(" ")),
                attributes);
    }

    boolean has(String property) {
        return attributes.contains(property);
    }

    /** Of the first attribute of this name. */
    Optional<String> value(String name) {
        return values(name).stream().findFirst();
    }

    List<String> values(String name) {
        String prefix = name + ":";
        return attributes.stream()
                .filter(attribute -> attribute.startsWith(prefix))
                .map(attribute -> attribute.substring(prefix.length()).strip())
                .toList();
    }
}
