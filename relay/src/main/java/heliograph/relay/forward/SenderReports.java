package heliograph.relay.forward;

import heliograph.relay.leg.Leg;
import heliograph.relay.rtcp.RtcpWriter;
import java.util.concurrent.TimeUnit;

/**
 * The sender reports of one stream to one viewer (RFC 3550, section 6.4.1): with the first packet, or as soon as the source's time is
 * known well enough, and then every half second, so that picture and sound are together from the start. On the thread of the viewer's worker.
 */
final class SenderReports {
    private static final long INTERVAL = TimeUnit.MILLISECONDS.toNanos(500);

    private final Leg leg;
    private final OutgoingStream stream;
    private final String cname;
    private final NtpTime clock;
    private final RtcpWriter writer;
    private final SteadyTime time = new SteadyTime();
    private boolean begun;
    private long last;

    SenderReports(Leg leg, OutgoingStream stream, String cname, NtpTime clock, RtcpWriter writer) {
        this.leg = leg;
        this.stream = stream;
        this.cname = cname;
        this.clock = clock;
        this.writer = writer;
    }

    /** Sends one if it is due. */
    void send(long now) {
        Source source = stream.source();
        if (source == null
                || stream.packets() == 0
                || (begun && now - last < INTERVAL)
                || !source.time().isSettled(now)) {
            return;
        }
        begun = true;
        last = now;
        int timestamp = stream.timestamp(time.ticks(source.time(), now));
        writer.begin()
                .senderReport(stream.ssrc(), clock.at(now), timestamp, stream.packets(), stream.octets())
                .canonicalName(stream.ssrc(), cname);
        leg.sendRtcp(writer.bytes(), 0, writer.length());
    }

    /** Lets a viewer that told its time know the round trip: it asks again for what got lost as often as that is, not ten times a second. */
    void answer(int receiver, long ntp) {
        writer.begin()
                .receiverReport(stream.ssrc())
                .canonicalName(stream.ssrc(), cname)
                .delaySinceReferenceTime(stream.ssrc(), receiver, ntp);
        leg.sendRtcp(writer.bytes(), 0, writer.length());
    }
}
