package heliograph.relay.sdp;

import heliograph.relay.UnusableOfferException;
import heliograph.relay.leg.RemoteTransport;
import heliograph.relay.rtp.Codec;
import java.util.List;
import java.util.Optional;

/**
 * The studio's answer to an {@link UpstreamOffer}.
 *
 * @param transport how it is reached and recognized
 * @param video the codec that it sends; empty: no video
 * @param audio whether it sends sound
 * @param candidates in {@link heliograph.relay.leg.Leg#remoteCandidate}'s form
 */
public record UpstreamAnswer(RemoteTransport transport, Optional<Codec> video, boolean audio, List<String> candidates) {
    public UpstreamAnswer {
        candidates = List.copyOf(candidates);
    }

    public static UpstreamAnswer parse(String sdp) throws UnusableOfferException {
        SessionDescription description = SessionDescription.parse(sdp);
        List<MediaDescription> sent = description.media().stream()
                .filter(section ->
                        section.port() != 0 && List.of("sendonly", "sendrecv").contains(description.direction(section)))
                .toList();
        Optional<Codec> video = codec(sent, "video");
        boolean audio = codec(sent, "audio").isPresent();
        if (video.isEmpty() && !audio) {
            throw new UnusableOfferException("an answer that sends nothing");
        }
        MediaDescription first = sent.stream()
                .filter(section -> section.value("ice-ufrag").isPresent())
                .findFirst()
                .orElse(sent.get(0));
        return new UpstreamAnswer(RemoteIce.of(description, first), video, audio, first.values("candidate"));
    }

    /** RFC 3264, section 6.1: the first format is the one that is sent. */
    private static Optional<Codec> codec(List<MediaDescription> sent, String kind) {
        return sent.stream()
                .filter(section -> section.kind().equals(kind))
                .flatMap(section -> section.formats().stream())
                .filter(format -> format.matches("\\d{1,3}"))
                .map(format -> Optional.ofNullable(UpstreamOffer.codec(Integer.parseInt(format))))
                .flatMap(Optional::stream)
                .filter(codec -> codec.isVideo() == kind.equals("video"))
                .findFirst();
    }
}
