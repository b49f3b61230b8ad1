package heliograph.relay.sdp;

import heliograph.relay.leg.LocalTransport;
import heliograph.relay.leg.RemoteTransport.Setup;
import heliograph.relay.rtp.Codec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;

/** Writes the answer to a viewer's offer (RFC 9429, section 5.3): what is served is sent, all else refused. Holds nothing; any thread. */
public final class ViewerAnswer {
    private static final String STREAM = "heliograph";

    private ViewerAnswer() {}

    /**
     * Writes one.
     *
     * @param version one higher with each answer of the same session (RFC 3264, section 8)
     * @param preferred the video codec that is sent now; it comes first
     */
    public static String write(
            ViewerOffer offer, LocalTransport local, StreamIds ids, long session, long version, Codec preferred) {
        List<String> lines = new ArrayList<>(
                List.of("v=0", "o=- " + session + " " + version + " IN IP4 127.0.0.1", "s=-", "t=0 0", "a=ice-lite"));
        List<String> bundled = offer.bundled();
        if (!bundled.isEmpty()) {
            lines.add("a=group:BUNDLE " + String.join(" ", bundled));
        }
        lines.add("a=msid-semantic: WMS " + STREAM);
        List<MediaDescription> sections = offer.description().media();
        for (int i = 0; i < sections.size(); i++) {
            MediaDescription section = sections.get(i);
            offer.streamOf(i)
                    .ifPresentOrElse(
                            stream -> serve(lines, offer, stream, local, ids, preferred), () -> refuse(lines, section));
        }
        return String.join("\r\n", lines) + "\r\n";
    }

    private static void refuse(List<String> lines, MediaDescription section) {
        lines.add("m=" + section.kind() + " 0 " + section.protocol() + " " + String.join(" ", section.formats()));
        lines.add("c=IN IP4 0.0.0.0");
        lines.add("a=inactive");
        section.value("mid").filter(mid -> !mid.isEmpty()).ifPresent(mid -> lines.add("a=mid:" + mid));
    }

    private static void serve(
            List<String> lines,
            ViewerOffer offer,
            OfferedStream stream,
            LocalTransport local,
            StreamIds ids,
            Codec preferred) {
        MediaDescription section = stream.media();
        List<Map.Entry<Codec, OfferedCodec>> codecs = stream.codecs().entrySet().stream()
                .sorted(Comparator.comparing((Map.Entry<Codec, OfferedCodec> each) -> each.getKey() != preferred)
                        .thenComparing(Map.Entry::getKey))
                .toList();
        List<String> formats = new ArrayList<>();
        List<String> media = new ArrayList<>();
        for (Map.Entry<Codec, OfferedCodec> each : codecs) {
            describe(media, formats, each.getKey(), each.getValue());
        }
        lines.add("m=" + section.kind() + " 9 " + section.protocol() + " " + String.join(" ", formats));
        lines.add("c=IN IP4 0.0.0.0");
        transport(lines, offer, section, local);
        if (!stream.mid().isEmpty()) {
            lines.add("a=mid:" + stream.mid());
        }
        lines.add("a=sendonly");
        lines.add("a=rtcp-mux");
        if (section.has("rtcp-mux-only")) {
            lines.add("a=rtcp-mux-only");
        }
        lines.addAll(media);
        for (String extension : List.of(OfferedStream.SEND_TIME, OfferedStream.MID)) {
            int id = stream.extensionId(extension);
            if (id > 0) {
                lines.add("a=extmap:" + id + " " + extension);
            }
        }
        identify(lines, section.kind(), ids, codecs.get(0).getValue().retransmission() >= 0);
        local.candidates().forEach(candidate -> lines.add("a=candidate:" + candidate));
        lines.add("a=end-of-candidates");
    }

    private static void transport(
            List<String> lines, ViewerOffer offer, MediaDescription section, LocalTransport local) {
        lines.add("a=ice-ufrag:" + local.iceUfrag());
        lines.add("a=ice-pwd:" + local.icePwd());
        if (offer.description().value(section, "ice-options").orElse("").contains("trickle")) {
            lines.add("a=ice-options:trickle");
        }
        lines.add("a=fingerprint:" + local.fingerprint());
        lines.add("a=setup:" + (offer.transport().setup() == Setup.PASSIVE ? "active" : "passive"));
    }

    private static void describe(List<String> lines, List<String> formats, Codec codec, OfferedCodec offered) {
        int type = offered.payloadType();
        formats.add(Integer.toString(type));
        lines.add("a=rtpmap:" + type + " " + codec.map());
        if (!offered.parameters().isEmpty()) {
            lines.add("a=fmtp:" + type + " " + offered.parameters());
        }
        if (codec.isVideo()) {
            offered.feedback().forEach(kind -> lines.add("a=rtcp-fb:" + type + " " + kind));
        }
        if (offered.retransmission() >= 0) {
            formats.add(Integer.toString(offered.retransmission()));
            lines.add("a=rtpmap:" + offered.retransmission() + " rtx/90000");
            lines.add("a=fmtp:" + offered.retransmission() + " apt=" + type);
        }
    }

    /** Both tracks in one stream: what belongs together is played together (RFC 8830). */
    private static void identify(List<String> lines, String kind, StreamIds ids, boolean retransmits) {
        List<Integer> ssrcs = new ArrayList<>();
        if (kind.equals("audio")) {
            ssrcs.add(ids.audio());
        } else {
            ssrcs.add(ids.video());
            if (retransmits) {
                ssrcs.add(ids.retransmission());
                lines.add("a=ssrc-group:FID " + Integer.toUnsignedString(ids.video()) + " "
                        + Integer.toUnsignedString(ids.retransmission()));
            }
        }
        lines.add("a=msid:" + STREAM + " " + kind);
        for (int ssrc : ssrcs) {
            lines.add("a=ssrc:" + Integer.toUnsignedString(ssrc) + " cname:" + ids.cname());
        }
    }
}
