package heliograph.relay.sdp;

import heliograph.relay.rtp.Codec;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Finds in an offer's section what can be sent. Holds nothing; any thread. */
final class OfferedCodecs {
    /** No transport-cc among them: without it browsers say by REMB what they can take. */
    private static final List<String> FEEDBACK = List.of("goog-remb", "ccm fir", "nack", "nack pli", "rrtr");

    private static final Pattern PAYLOAD_TYPE = Pattern.compile("\\d{1,3}");
    private static final Pattern NOT_INTERLEAVED = Pattern.compile("(?:^|[; ])packetization-mode=1(?:$|[; ])");

    /** Baseline, constrained or not: who decodes the larger decodes the smaller (RFC 6184, section 8.1). */
    private static final Pattern BASELINE =
            Pattern.compile("(?:^|[; ])profile-level-id=42[0-9a-f]{4}(?:$|[; ])", Pattern.CASE_INSENSITIVE);

    private OfferedCodecs() {}

    /** The first payload type of each codec. */
    static Map<Codec, OfferedCodec> of(MediaDescription section) {
        FormatAttributes attributes = FormatAttributes.of(section);
        Map<Codec, OfferedCodec> codecs = new EnumMap<>(Codec.class);
        for (String format : section.formats()) {
            for (Codec codec : Codec.values()) {
                if (!codecs.containsKey(codec)
                        && codec.kind().equals(section.kind())
                        && map(attributes, format).equalsIgnoreCase(codec.map())
                        && (codec != Codec.H264 || isBaseline(attributes.parameters(format)))) {
                    codecs.put(codec, offered(section, attributes, format));
                }
            }
        }
        return codecs;
    }

    private static boolean isBaseline(String parameters) {
        return NOT_INTERLEAVED.matcher(parameters).find()
                && BASELINE.matcher(parameters).find();
    }

    private static OfferedCodec offered(MediaDescription section, FormatAttributes attributes, String format) {
        Set<String> offered = attributes.feedback(format);
        List<String> feedback = FEEDBACK.stream().filter(offered::contains).toList();
        return new OfferedCodec(
                Integer.parseInt(format),
                attributes.parameters(format),
                feedback,
                retransmission(section, attributes, format));
    }

    private static int retransmission(MediaDescription section, FormatAttributes attributes, String format) {
        return section.formats().stream()
                .filter(other -> map(attributes, other).equalsIgnoreCase("rtx/90000")
                        && List.of(attributes.parameters(other).split("[; ]+")).contains("apt=" + format))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(-1);
    }

    /** Empty where the format is no payload type, or nothing is said of it. */
    private static String map(FormatAttributes attributes, String format) {
        if (!PAYLOAD_TYPE.matcher(format).matches() || Integer.parseInt(format) > 127) {
            return "";
        }
        return attributes.map(format);
    }
}
