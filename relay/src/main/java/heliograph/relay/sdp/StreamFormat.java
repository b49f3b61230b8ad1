package heliograph.relay.sdp;

import heliograph.relay.rtp.Codec;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * How a stream goes to one viewer, as negotiated. Immutable.
 *
 * @param mid of its section; empty: it has none
 * @param sendTimeId the id of {@code abs-send-time}; 0: not negotiated
 * @param midId the id of {@code sdes:mid}; 0: not negotiated
 * @param payloads the payload types of each codec that it takes
 */
public record StreamFormat(String mid, int sendTimeId, int midId, Map<Codec, Payload> payloads) {
    /**
     * The payload types of one codec.
     *
     * @param type of its packets
     * @param retransmission of those that are sent again (RFC 4588); negative: none
     */
    public record Payload(int type, int retransmission) {}

    public StreamFormat {
        payloads = Map.copyOf(payloads);
    }

    public @Nullable Payload payload(Codec codec) {
        return payloads.get(codec);
    }
}
