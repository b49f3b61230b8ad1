package heliograph.relay.sdp;

import heliograph.relay.leg.LocalTransport;
import heliograph.relay.rtp.Codec;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes the offer to receive from the studio (RFC 9429, section 5.2). Holds nothing; any thread. */
public final class UpstreamOffer {
    /** The mids of its sections. */
    static final String AUDIO = "0";

    static final String VIDEO = "1";

    private UpstreamOffer() {}

    /** The payload type under which each codec is asked for. */
    public static int payloadType(Codec codec) {
        return switch (codec) {
            case VP8 -> 96;
            case H264 -> 98;
            case OPUS -> 111;
        };
    }

    /** The codec that comes under a payload type; null: none. */
    public static @Nullable Codec codec(int payloadType) {
        for (Codec codec : Codec.values()) {
            if (payloadType(codec) == payloadType) {
                return codec;
            }
        }
        return null;
    }

    /**
     * Writes one.
     *
     * @param codecs of video, in the order of preference
     * @param sound whether sound is asked for as well
     * @param kilobits the rate of video: libwebrtc begins with it and keeps to at least half of it, since nothing is
     *     lost on a loopback
     */
    public static String write(LocalTransport local, List<Codec> codecs, boolean sound, int kilobits, long session) {
        List<String> lines = new ArrayList<>(List.of(
                "v=0",
                "o=- " + session + " 1 IN IP4 127.0.0.1",
                "s=-",
                "t=0 0",
                "a=group:BUNDLE " + (sound ? AUDIO + " " + VIDEO : VIDEO),
                "a=ice-lite"));
        if (sound) {
            lines.add("m=audio 9 UDP/TLS/RTP/SAVPF " + payloadType(Codec.OPUS));
            section(lines, AUDIO, local);
            lines.add("a=rtpmap:" + payloadType(Codec.OPUS) + " " + Codec.OPUS.map());
            lines.add("a=fmtp:" + payloadType(Codec.OPUS) + " minptime=10;useinbandfec=1");
        }
        List<String> formats = codecs.stream()
                .map(codec -> Integer.toString(payloadType(codec)))
                .toList();
        lines.add("m=video 9 UDP/TLS/RTP/SAVPF " + String.join(" ", formats));
        section(lines, VIDEO, local);
        for (Codec codec : codecs) {
            video(lines, codec, kilobits);
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static void section(List<String> lines, String mid, LocalTransport local) {
        lines.add("c=IN IP4 0.0.0.0");
        lines.add("a=ice-ufrag:" + local.iceUfrag());
        lines.add("a=ice-pwd:" + local.icePwd());
        lines.add("a=fingerprint:" + local.fingerprint());
        lines.add("a=setup:actpass");
        lines.add("a=mid:" + mid);
        lines.add("a=recvonly");
        lines.add("a=rtcp-mux");
        local.candidates().forEach(candidate -> lines.add("a=candidate:" + candidate));
        lines.add("a=end-of-candidates");
    }

    private static void video(List<String> lines, Codec codec, int kilobits) {
        int type = payloadType(codec);
        lines.add("a=rtpmap:" + type + " " + codec.map());
        // RTX (RFC 4588) is not asked for: without it a lost packet comes again as it was.
        for (String feedback : List.of("goog-remb", "ccm fir", "nack", "nack pli")) {
            lines.add("a=rtcp-fb:" + type + " " + feedback);
        }
        String rate = "x-google-start-bitrate=" + kilobits + ";x-google-min-bitrate=" + kilobits / 2;
        lines.add("a=fmtp:" + type + " "
                + (codec == Codec.H264
                        ? "level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f;" + rate
                        : rate));
    }
}
