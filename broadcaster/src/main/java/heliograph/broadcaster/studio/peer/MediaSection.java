package heliograph.broadcaster.studio.peer;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One media section of an SDP offer (RFC 8866, section 5.14): its {@code m=} line and all up to the next. Immutable. */
final class MediaSection {
    private static final Pattern MEDIA_LINE = Pattern.compile("m=([a-z]+) (\\d{1,5}) (\\S+) (.+)");
    private static final Pattern SPACES = Pattern.compile(" +");
    private static final Pattern OF_PAYLOAD = Pattern.compile("a=(?:rtpmap|fmtp|rtcp-fb):(\\d+)\\b.*");
    private static final Pattern RTPMAP = Pattern.compile("a=rtpmap:(\\d+) ([^/]+)/.*");
    private static final Set<String> DIRECTIONS = Set.of("a=sendrecv", "a=recvonly", "a=sendonly", "a=inactive");
    private static final Set<String> VIDEO_CODECS = Set.of("VP8", "VP9", "H264", "H265", "AV1");

    private final String kind;
    private final String port;
    private final String transport;
    private final List<String> formats;
    private final List<String> attributes;

    private MediaSection(String kind, String port, String transport, List<String> formats, List<String> attributes) {
        this.kind = kind;
        this.port = port;
        this.transport = transport;
        this.formats = formats;
        this.attributes = attributes;
    }

    /** The section that these lines are, the first of them the {@code m=} line. */
    static MediaSection of(List<String> lines) throws MalformedOfferException {
        Matcher media = MEDIA_LINE.matcher(lines.get(0));
        if (!media.matches()) {
            throw new MalformedOfferException("a media line that is none");
        }
        List<String> formats = SPACES.splitAsStream(media.group(4))
                .filter(format -> !format.isEmpty())
                .toList();
        if (formats.isEmpty()) {
            throw new MalformedOfferException("a media line without a format");
        }
        return new MediaSection(
                media.group(1), media.group(2), media.group(3), formats, List.copyOf(lines.subList(1, lines.size())));
    }

    boolean is(String wanted) {
        return kind.equals(wanted);
    }

    boolean isMedia() {
        return is("audio") || is("video");
    }

    /** Whether the other side wants to receive here. */
    boolean receives(String sessionDirection) {
        String direction =
                attributes.stream().filter(DIRECTIONS::contains).findFirst().orElse(sessionDirection);
        // Port 0 refuses a section (RFC 3264, section 6), but not where it is to share another's (RFC 8843, section 6):
        // so Firefox offers its second one.
        boolean offered = !port.equals("0") || attributes.contains("a=bundle-only");
        return offered && (direction.equals("a=sendrecv") || direction.equals("a=recvonly"));
    }

    /** The same with this direction. */
    MediaSection directed(String direction) {
        List<String> lines = new ArrayList<>(attributes);
        lines.removeIf(DIRECTIONS::contains);
        lines.add(direction);
        return with(formats, lines);
    }

    /**
     * Without attributes of payload types that the {@code m=} line does not name: Firefox leaves such lines behind when
     * its codec preferences were cut down, and libwebrtc refuses the whole offer for them.
     */
    MediaSection withoutOrphans() {
        Set<String> named = Set.copyOf(formats);
        List<String> lines = new ArrayList<>(attributes);
        lines.removeIf(line -> {
            Matcher payload = OF_PAYLOAD.matcher(line);
            return payload.matches() && !named.contains(payload.group(1));
        });
        return with(formats, lines);
    }

    /** With this codec's payload types first: libwebrtc sends with the first that both know. */
    MediaSection preferring(String codec) {
        Map<String, String> codecs = codecs();
        List<String> ordered = new ArrayList<>();
        formats.stream().filter(f -> codec.equals(codecs.get(f))).forEach(ordered::add);
        formats.stream().filter(f -> !codec.equals(codecs.get(f))).forEach(ordered::add);
        return with(ordered, attributes);
    }

    /** Whether one of its payload types is this codec. */
    boolean offers(String codec) {
        return codecs().containsValue(codec);
    }

    /** With these format parameters added to each video codec's own. */
    MediaSection withVideoParameters(String parameters) {
        Map<String, String> codecs = codecs();
        codecs.values().retainAll(VIDEO_CODECS);
        List<String> lines = new ArrayList<>();
        Set<String> missing = codecs.keySet();
        for (String line : attributes) {
            Matcher payload = OF_PAYLOAD.matcher(line);
            boolean own = line.startsWith("a=fmtp:") && payload.matches() && missing.remove(payload.group(1));
            lines.add(own ? line + ";" + parameters : line);
        }
        missing.forEach(payload -> lines.add("a=fmtp:" + payload + " " + parameters));
        return with(formats, lines);
    }

    List<String> lines() {
        List<String> lines = new ArrayList<>();
        lines.add("m=" + kind + " " + port + " " + transport + " " + String.join(" ", formats));
        lines.addAll(attributes);
        return lines;
    }

    /** Codec names in capitals by payload type. */
    private Map<String, String> codecs() {
        Map<String, String> codecs = new LinkedHashMap<>();
        for (String line : attributes) {
            Matcher map = RTPMAP.matcher(line);
            if (map.matches() && formats.contains(map.group(1))) {
                codecs.put(map.group(1), map.group(2).toUpperCase(Locale.ROOT));
            }
        }
        return codecs;
    }

    private MediaSection with(List<String> newFormats, List<String> newAttributes) {
        return new MediaSection(kind, port, transport, List.copyOf(newFormats), List.copyOf(newAttributes));
    }
}
