package heliograph.broadcaster.studio.peer;

import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import heliograph.broadcaster.link.PeerFigures;
import heliograph.broadcaster.link.PeerFigures.Route;
import heliograph.signaling.protocol.Layer;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads one peer connection's statistics (W3C webrtc-stats), one report after the other; thread {@code studio}. */
final class PeerStats {
    private static final String MIME_PREFIX = "video/";

    private final String session;
    private final @Nullable Layer layer;
    private long bytes;
    /** Of the last report, in microseconds. */
    private long readAt;

    PeerStats(String session, @Nullable Layer layer) {
        this.session = session;
        this.layer = layer;
    }

    PeerFigures read(RTCStatsReport report) {
        Map<String, RTCStats> all = report.getStats();
        Optional<RTCStats> video = outbound(all, "video");
        Optional<RTCStats> remote = video.flatMap(it -> referred(all, it, "remoteId"));
        return new PeerFigures(
                session,
                layer,
                video.flatMap(it -> referred(all, it, "codecId"))
                        .map(PeerStats::codec)
                        .orElse(null),
                (int) number(video, "frameWidth").orElse(0.0).doubleValue(),
                (int) number(video, "frameHeight").orElse(0.0).doubleValue(),
                (int) Math.round(number(video, "framesPerSecond").orElse(0.0)),
                kilobits(all, report.getTimestamp()),
                number(remote, "roundTripTime")
                        .map(seconds -> (int) Math.round(seconds * 1000))
                        .orElse(null),
                number(remote, "fractionLost")
                        .map(share -> (int) Math.round(share * 1000))
                        .orElse(null),
                route(all).orElse(null));
    }

    private int kilobits(Map<String, RTCStats> all, long at) {
        long sent = Stream.of("video", "audio")
                .mapToLong(kind -> number(outbound(all, kind), "bytesSent")
                        .map(Double::longValue)
                        .orElse(0L))
                .sum();
        long rate = readAt == 0 || at <= readAt ? 0 : (sent - bytes) * 8 * 1000 / (at - readAt);
        bytes = sent;
        readAt = at;
        return (int) Math.max(0, Math.min(Integer.MAX_VALUE, rate));
    }

    private static Optional<RTCStats> outbound(Map<String, RTCStats> all, String kind) {
        return all.values().stream()
                .filter(it -> it.getType() == RTCStatsType.OUTBOUND_RTP
                        && kind.equals(it.getAttributes().get("kind")))
                .findFirst();
    }

    /** The transport names the pair that is in use, and the pair its ends. */
    private static Optional<Route> route(Map<String, RTCStats> all) {
        return all.values().stream()
                .filter(it -> it.getType() == RTCStatsType.TRANSPORT)
                .findFirst()
                .flatMap(transport -> referred(all, transport, "selectedCandidatePairId"))
                .map(pair -> Stream.of("localCandidateId", "remoteCandidateId")
                        .flatMap(end -> referred(all, pair, end).stream())
                        .map(candidate ->
                                String.valueOf(candidate.getAttributes().get("candidateType")))
                        .toList())
                .map(PeerStats::route);
    }

    private static Route route(List<String> types) {
        if (types.contains("relay")) {
            return Route.TURN;
        }
        return types.contains("srflx") ? Route.STUN : Route.STRAIGHT;
    }

    private static String codec(RTCStats codec) {
        String type = String.valueOf(codec.getAttributes().get("mimeType"));
        return type.startsWith(MIME_PREFIX) ? type.substring(MIME_PREFIX.length()) : type;
    }

    private static Optional<RTCStats> referred(Map<String, RTCStats> all, RTCStats from, String attribute) {
        return Optional.ofNullable(from.getAttributes().get(attribute)).map(id -> all.get(String.valueOf(id)));
    }

    private static Optional<Double> number(Optional<RTCStats> of, String attribute) {
        return of.map(it -> it.getAttributes().get(attribute))
                .filter(Number.class::isInstance)
                .map(value -> ((Number) value).doubleValue());
    }
}
