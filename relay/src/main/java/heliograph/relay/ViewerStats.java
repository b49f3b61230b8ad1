package heliograph.relay;

import heliograph.relay.leg.CandidateType;
import java.util.Optional;

/**
 * What can be told of one viewer of the relay.
 *
 * @param id the session's id
 * @param layer what it gets now
 * @param videoFrames sent since it began
 * @param bytes sent since it began, without headers below RTP
 * @param resent packets that were sent again
 * @param dropped packets that were left out because it was late
 * @param loss share of packets lost by its last report, 0 to 1
 * @param roundTripMillis by its last report (RFC 3550, section 6.4.1); negative if unknown
 * @param route how it came to the address that it is sent to; empty before there is one
 */
public record ViewerStats(
        String id,
        Relay.Layer layer,
        long videoFrames,
        long bytes,
        long resent,
        long dropped,
        double loss,
        double roundTripMillis,
        Optional<CandidateType> route) {}
