package heliograph.relay.sdp;

import java.util.List;

/**
 * One payload type of an offer that can be sent.
 *
 * @param payloadType its number
 * @param parameters what {@code fmtp} says; empty: nothing
 * @param feedback what {@code rtcp-fb} says, as far as it is answered
 * @param retransmission the payload type of its retransmissions (RFC 4588); negative: none
 */
record OfferedCodec(int payloadType, String parameters, List<String> feedback, int retransmission) {
    OfferedCodec {
        feedback = List.copyOf(feedback);
    }
}
