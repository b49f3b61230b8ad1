package heliograph.broadcaster.studio.peer;

import heliograph.broadcaster.link.VideoCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A viewer's SDP offer, and the form in which libwebrtc is to see it. Immutable. */
public final class OfferedSdp {
    private static final Set<String> DIRECTIONS = Set.of("a=sendrecv", "a=recvonly", "a=sendonly", "a=inactive");
    private static final int MOST_SECTIONS = 16;
    private static final int LONGEST_LINE = 4096;
    /** More than that at once would drown a link that nobody has measured yet; what it carries is found from there. */
    private static final int MOST_START_KILOBITS = 2500;

    private final List<String> session;
    private final List<MediaSection> sections;

    private OfferedSdp(List<String> session, List<MediaSection> sections) {
        this.session = session;
        this.sections = sections;
    }

    /**
     * Reads an offer.
     *
     * @throws MalformedOfferException when it is no SDP, or asks to receive neither audio nor video
     */
    public static OfferedSdp parse(String sdp) throws MalformedOfferException {
        List<List<String>> blocks = new ArrayList<>();
        blocks.add(new ArrayList<>());
        for (String line : sdp.lines().toList()) {
            if (line.isEmpty()) {
                continue;
            }
            // RFC 8866, section 9: a line may hold any byte but NUL, which would end it early for native code.
            if (line.length() > LONGEST_LINE || line.length() < 2 || line.charAt(1) != '=' || line.indexOf('\0') >= 0) {
                throw new MalformedOfferException("a line that is no SDP");
            }
            if (line.startsWith("m=")) {
                blocks.add(new ArrayList<>());
            }
            blocks.get(blocks.size() - 1).add(line);
        }
        List<String> session = List.copyOf(blocks.remove(0));
        if (!session.contains("v=0")) {
            throw new MalformedOfferException("no SDP");
        }
        if (blocks.size() > MOST_SECTIONS) {
            throw new MalformedOfferException("too many media sections");
        }
        List<MediaSection> sections = new ArrayList<>();
        for (List<String> block : blocks) {
            sections.add(MediaSection.of(block));
        }
        OfferedSdp offer = new OfferedSdp(session, List.copyOf(sections));
        if (!offer.receives("audio") && !offer.receives("video")) {
            throw new MalformedOfferException("an offer to receive nothing");
        }
        return offer;
    }

    /** Whether the viewer wants to receive this kind of media, {@code audio} or {@code video}. */
    public boolean receives(String kind) {
        return sections.stream().anyMatch(section -> section.is(kind) && section.receives(direction()));
    }

    /**
     * The offer as libwebrtc is to see it: one section of each kind that only receives, whatever else the viewer would
     * like to send; the codec that is wished for first, where the viewer has it; the rate to start with, for which libwebrtc
     * has no call, and which is no more than any link may be trusted with; and no candidate whose address somebody would have to be asked for.
     */
    public String prepared(VideoCodec wish, int mostKilobits) {
        int startKilobits = Math.min(mostKilobits, MOST_START_KILOBITS);
        String codec = wish == VideoCodec.AUTO ? VideoCodec.VP8.name() : wish.name();
        List<String> lines = new ArrayList<>(session);
        lines.removeIf(DIRECTIONS::contains);
        List<String> taken = new ArrayList<>();
        for (MediaSection section : sections) {
            lines.addAll(prepare(section, codec, startKilobits, taken).lines());
        }
        // As of those that come by themselves: libwebrtc would ask the world's name servers for any name.
        lines.removeIf(line -> line.startsWith("a=candidate:") && !RemoteCandidates.isSensible(line));
        return String.join("\r\n", lines) + "\r\n";
    }

    private MediaSection prepare(MediaSection section, String codec, int startKilobits, List<String> taken) {
        if (!section.isMedia()) {
            return section;
        }
        String kind = section.is("audio") ? "audio" : "video";
        boolean sent = section.receives(direction()) && !taken.contains(kind);
        MediaSection clean = section.withoutOrphans().directed(sent ? "a=recvonly" : "a=inactive");
        if (!sent) {
            return clean;
        }
        taken.add(kind);
        if (kind.equals("audio")) {
            return clean;
        }
        return clean.preferring(clean.offers(codec) ? codec : VideoCodec.VP8.name())
                .withVideoParameters("x-google-start-bitrate=" + startKilobits);
    }

    private String direction() {
        return session.stream().filter(DIRECTIONS::contains).findFirst().orElse("a=sendrecv");
    }
}
