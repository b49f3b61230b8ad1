package heliograph.relay.sdp;

import heliograph.relay.UnusableOfferException;
import heliograph.relay.leg.RemoteTransport;
import heliograph.relay.rtp.Codec;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** A viewer's offer to receive, as a browser or a WHEP player makes it (RFC 9429, section 5.2). Immutable. */
public final class ViewerOffer {
    private static final Set<String> PROTOCOLS = Set.of("UDP/TLS/RTP/SAVPF", "UDP/TLS/RTP/SAVP", "RTP/SAVPF");
    private static final Pattern MID = Pattern.compile("[A-Za-z0-9!#$%&'*+.^_`{|}~-]{1,64}");

    private final SessionDescription description;
    private final List<OfferedStream> streams;
    private final Set<String> unserved;
    private final RemoteTransport transport;

    private ViewerOffer(
            SessionDescription description,
            List<OfferedStream> streams,
            Set<String> unserved,
            RemoteTransport transport) {
        this.description = description;
        this.streams = List.copyOf(streams);
        this.unserved = Set.copyOf(unserved);
        this.transport = transport;
    }

    /** Reads one: the first section of sound and the first of video that can be served. */
    public static ViewerOffer parse(String sdp) throws UnusableOfferException {
        SessionDescription description = SessionDescription.parse(sdp);
        List<OfferedStream> streams = new ArrayList<>();
        Set<String> unserved = new HashSet<>();
        for (int i = 0; i < description.media().size(); i++) {
            MediaDescription section = description.media().get(i);
            OfferedStream stream = new OfferedStream(i, section, mid(section), OfferedCodecs.of(section));
            boolean first =
                    streams.stream().noneMatch(other -> other.media().kind().equals(section.kind()));
            if (first && receives(description, section)) {
                if (stream.codecs().isEmpty()) {
                    unserved.add(section.kind());
                } else {
                    streams.add(stream);
                }
            }
        }
        if (streams.isEmpty()) {
            throw new UnusableOfferException("an offer to receive nothing that is sent");
        }
        if (streams.size() > 1 && !bundled(description, streams)) {
            throw new UnusableOfferException("audio and video that are not bundled");
        }
        return new ViewerOffer(
                description, streams, unserved, RemoteIce.of(description, transportOf(description, streams)));
    }

    public RemoteTransport transport() {
        return transport;
    }

    /** How video goes to this viewer; empty: it wants none. */
    public Optional<StreamFormat> video() {
        return stream("video").map(OfferedStream::format);
    }

    /** How sound goes to this viewer; empty: it wants none. */
    public Optional<StreamFormat> audio() {
        return stream("audio").map(OfferedStream::format);
    }

    /** The candidates that stand in the offer, in {@link heliograph.relay.leg.Leg#remoteCandidate}'s form. */
    public List<String> candidates() {
        return streams.stream()
                .flatMap(stream -> stream.media().values("candidate").stream())
                .distinct()
                .toList();
    }

    /** Whether media of this codec's kind is wanted, and this is not among the codecs that can be taken. */
    public boolean lacks(Codec codec) {
        String kind = codec.kind();
        return stream(kind).map(stream -> !stream.codecs().containsKey(codec)).orElse(unserved.contains(kind));
    }

    SessionDescription description() {
        return description;
    }

    /** What is served in the section with this number, from 0. */
    Optional<OfferedStream> streamOf(int section) {
        return streams.stream().filter(stream -> stream.section() == section).findFirst();
    }

    List<OfferedStream> streams() {
        return streams;
    }

    /**
     * The mids of what is served of the bundle, in the offer's order: the first of them is the section that negotiates the
     * transport (RFC 9143, section 7.3.1). None where nothing is bundled.
     */
    List<String> bundled() {
        List<String> mids = streams.stream().map(OfferedStream::mid).toList();
        return groups(description)
                .map(group -> group.stream()
                        .filter(mid -> !mid.isEmpty() && mids.contains(mid))
                        .distinct()
                        .toList())
                .filter(group -> !group.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private Optional<OfferedStream> stream(String kind) {
        return streams.stream()
                .filter(stream -> stream.media().kind().equals(kind))
                .findFirst();
    }

    private static boolean receives(SessionDescription description, MediaDescription section) {
        String direction = description.direction(section);
        // Port 0 refuses a section (RFC 3264, section 6), but not where it is to share another's (RFC 9143, section 6).
        boolean offered = section.port() != 0 || section.has("bundle-only");
        return offered
                && PROTOCOLS.contains(section.protocol())
                && (section.has("rtcp-mux") || section.has("rtcp-mux-only"))
                && (direction.equals("recvonly") || direction.equals("sendrecv"));
    }

    private static String mid(MediaDescription section) throws UnusableOfferException {
        String mid = section.value("mid").orElse("");
        if (!mid.isEmpty() && !MID.matcher(mid).matches()) {
            throw new UnusableOfferException("a mid that is none");
        }
        return mid;
    }

    /** Whether one group (RFC 9143) has all of them. */
    private static boolean bundled(SessionDescription description, List<OfferedStream> streams) {
        List<String> mids = streams.stream().map(OfferedStream::mid).toList();
        return groups(description).anyMatch(group -> group.containsAll(mids));
    }

    private static Stream<List<String>> groups(SessionDescription description) {
        return description.attributes().stream()
                .filter(attribute -> attribute.startsWith("group:BUNDLE "))
                .map(attribute -> attribute.substring("group:BUNDLE ".length()).trim())
                .map(mids -> List.of(mids.split(" +")));
    }

    /** The section that has the bundle's transport: the first of them that is not there only for the bundle. */
    private static MediaDescription transportOf(SessionDescription description, List<OfferedStream> streams) {
        List<MediaDescription> sections =
                streams.stream().map(OfferedStream::media).toList();
        return sections.stream()
                .filter(section -> section.value("ice-ufrag").isPresent())
                .findFirst()
                .or(() -> description.value("ice-ufrag").map(ufrag -> sections.get(0)))
                // RFC 9143, section 7.1: a group's transport may stand in a section that is not served.
                .or(() -> description.media().stream()
                        .filter(section -> section.value("ice-ufrag").isPresent())
                        .findFirst())
                .orElse(sections.get(0));
    }
}
