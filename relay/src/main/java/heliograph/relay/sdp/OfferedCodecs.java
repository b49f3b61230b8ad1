package heliograph.relay.sdp;

import heliograph.relay.rtp.Codec;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;

/** Finds in an offer's section what can be sent. Holds nothing; any thread. */
final class OfferedCodecs {
    /** No transport-cc among them: without it browsers say by REMB what they can take. */
    private static final List<String> FEEDBACK = List.of("goog-remb", "ccm fir", "nack", "nack pli");

    private static final Pattern PAYLOAD_TYPE = Pattern.compile("\\d{1,3}");
    private static final Pattern NOT_INTERLEAVED = Pattern.compile("(?:^|[; ])packetization-mode=1(?:$|[; ])");

    /** Baseline, constrained or not: who decodes the larger decodes the smaller (RFC 6184, section 8.1). */
    private static final Pattern BASELINE =
            Pattern.compile("(?:^|[; ])profile-level-id=42[0-9a-f]{4}(?:$|[; ])", Pattern.CASE_INSENSITIVE);

    private OfferedCodecs() {}

    /** The first payload type of each codec. */
    static Map<Codec, OfferedCodec> of(MediaDescription section) {
        Map<Codec, OfferedCodec> codecs = new EnumMap<>(Codec.class);
        for (String format : section.formats()) {
            for (Codec codec : Codec.values()) {
                if (codec.isVideo() == section.kind().equals("video")
                        && map(section, format).equalsIgnoreCase(codec.map())
                        && (codec != Codec.H264 || isBaseline(parameters(section, format)))) {
                    codecs.putIfAbsent(codec, offered(section, format));
                }
            }
        }
        return codecs;
    }

    private static boolean isBaseline(String parameters) {
        return NOT_INTERLEAVED.matcher(parameters).find()
                && BASELINE.matcher(parameters).find();
    }

    private static OfferedCodec offered(MediaDescription section, String format) {
        List<String> ofFormat = section.valuesOf("rtcp-fb", format);
        List<String> ofAll = section.valuesOf("rtcp-fb", "*");
        List<String> feedback = FEEDBACK.stream()
                .filter(kind -> ofFormat.contains(kind) || ofAll.contains(kind))
                .toList();
        return new OfferedCodec(
                Integer.parseInt(format), parameters(section, format), feedback, retransmission(section, format));
    }

    private static int retransmission(MediaDescription section, String format) {
        return section.formats().stream()
                .filter(other -> map(section, other).equalsIgnoreCase("rtx/90000")
                        && List.of(parameters(section, other).split("[; ]+")).contains("apt=" + format))
                .mapToInt(Integer::parseInt)
                .findFirst()
                .orElse(-1);
    }

    /** Empty where the format is no payload type, or nothing is said of it. */
    private static String map(MediaDescription section, String format) {
        if (!PAYLOAD_TYPE.matcher(format).matches() || Integer.parseInt(format) > 127) {
            return "";
        }
        return section.valuesOf("rtpmap", format).stream().findFirst().orElse("");
    }

    private static String parameters(MediaDescription section, String format) {
        return section.valuesOf("fmtp", format).stream().findFirst().orElse("");
    }
}
