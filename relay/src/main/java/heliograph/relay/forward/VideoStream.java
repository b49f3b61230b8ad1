package heliograph.relay.forward;

import heliograph.relay.Relay.Layer;
import heliograph.relay.ViewerStats;
import heliograph.relay.leg.CandidateType;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One viewer's video with all that belongs to it: forwarding, reports, retransmissions, the choice of its layer. On the thread of its worker. */
final class VideoStream {
    private final OutgoingStream stream;
    private final SenderReports reports;
    private final Viewer.Listener listener;
    private final VideoForwarder forwarder;
    private final LinkQuality link = new LinkQuality();
    private final Retransmissions retransmissions;
    private final Congestion congestion;
    private final LayerChoice choice = new LayerChoice();
    private final Probe probe;
    private final KeyFrameRequests requests = new KeyFrameRequests();
    private @Nullable Source full;

    VideoStream(OutgoingStream stream, SenderReports reports, Viewer.Listener listener) {
        this.stream = stream;
        this.reports = reports;
        this.listener = listener;
        this.forwarder = new VideoForwarder(stream);
        this.retransmissions = new Retransmissions(stream, link);
        this.congestion = new Congestion(link, stream, retransmissions);
        this.probe = new Probe(stream);
    }

    int ssrc() {
        return stream.ssrc();
    }

    void forward(SourcePacket packet, long now) {
        if (packet.source.layer() == Layer.FULL) {
            full = packet.source;
        }
        Source before = stream.source();
        forwarder.forward(packet, now);
        if (stream.source() != before) {
            requests.starts(now);
        }
        reports.send(now);
    }

    void skip(SourcePacket packet) {
        forwarder.skip(packet);
    }

    void skipAll() {
        forwarder.skipAll();
    }

    void ended(Source source) {
        forwarder.ended(source);
    }

    void reported(double loss, int lost, int highestSequence, long roundTrip, long now) {
        link.reported(loss, lost, highestSequence, roundTrip, now);
    }

    void nack(int sequence, int following, long now) {
        retransmissions.nack(sequence, following, now);
    }

    void keyFrameRequest(long now) {
        Layer layer = forwarder.layer();
        if (layer != null && requests.passes(now)) {
            listener.keyFrameWanted(layer);
        }
    }

    void estimated(long bitsPerSecond, long now) {
        link.estimated(bitsPerSecond, now);
    }

    void referenceTime(int receiver, long ntp) {
        reports.answer(receiver, ntp);
    }

    void run(long now) {
        forwarder.run(now);
        probe.run((long) (choice.trialShare(now) * (rate(full) - rate(stream.source()))), now);
    }

    long due() {
        return Math.min(forwarder.due(), probe.due());
    }

    /** Ten times a second. */
    void turn(long now) {
        reports.send(now);
        if (forwarder.played()) {
            choose(now);
        }
        Layer awaited = forwarder.awaited();
        if (awaited != null) {
            listener.keyFrameWanted(awaited);
        }
        if (forwarder.lostSource() && awaited != Layer.FULL) {
            listener.keyFrameWanted(Layer.FULL);
        }
    }

    private void choose(long now) {
        boolean arrived = forwarder.layer() == forwarder.target();
        boolean congested = congestion.isThere(rate(stream.source()), now);
        boolean suspected = congestion.isSuspected(now);
        retransmissions.repeat(!congested && !suspected);
        choice.canTry(stream.repeats());
        switch (choice.next(arrived, congested, suspected, now)) {
            case DOWN -> {
                forwarder.turnTo(Layer.HALF, true);
                congestion.forget();
            }
            case UP -> {
                forwarder.turnTo(Layer.FULL, false);
                congestion.forget();
            }
            case TRY, GIVE_UP -> congestion.forget();
            case TAKE_ANY -> forwarder.takeAny();
            case TOO_WEAK -> listener.tooWeak();
            case STAY -> {}
        }
    }

    private static long rate(@Nullable Source source) {
        return source == null ? 0 : source.bitrate().bitsPerSecond();
    }

    Layer wanted() {
        return forwarder.target();
    }

    /** Whether pictures of this very source are going out. */
    boolean plays(Source source) {
        return forwarder.played() && stream.source() == source;
    }

    boolean played() {
        return forwarder.played();
    }

    ViewerStats stats(String viewer, long soundBytes, Optional<CandidateType> route) {
        Layer layer = forwarder.layer();
        return new ViewerStats(
                viewer,
                layer == null ? forwarder.target() : layer,
                forwarder.frames(),
                soundBytes + stream.bytes(),
                retransmissions.sent(),
                forwarder.dropped(),
                link.loss(),
                link.roundTrip() == LinkQuality.UNKNOWN ? -1 : link.roundTrip() / 1e6,
                route);
    }
}
