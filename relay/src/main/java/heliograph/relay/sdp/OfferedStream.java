package heliograph.relay.sdp;

import heliograph.relay.rtp.Codec;
import heliograph.relay.rtp.HeaderExtensions;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/**
 * A section of a viewer's offer that is served.
 *
 * @param section its number, from 0
 * @param media the section itself
 * @param mid RFC 5888; empty: it has none
 * @param codecs what can be sent
 */
record OfferedStream(int section, MediaDescription media, String mid, Map<Codec, OfferedCodec> codecs) {
    static final String SEND_TIME = "http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time";
    static final String MID = "urn:ietf:params:rtp-hdrext:sdes:mid";

    OfferedStream {
        codecs = Map.copyOf(codecs);
    }

    StreamFormat format() {
        Map<Codec, StreamFormat.Payload> payloads = new EnumMap<>(Codec.class);
        codecs.forEach((codec, offered) ->
                payloads.put(codec, new StreamFormat.Payload(offered.payloadType(), offered.retransmission())));
        return new StreamFormat(mid, extensionId(SEND_TIME), mid.isEmpty() ? 0 : extensionId(MID), payloads);
    }

    /** RFC 8285, section 7; 0 where it is not offered to be received, or with an id that the one-byte form has not. */
    int extensionId(String uri) {
        for (String value : media.values("extmap")) {
            List<String> parts = List.of(value.split(" +"));
            List<String> id = List.of(parts.get(0).split("/", 2));
            boolean received =
                    id.size() == 1 || id.get(1).equals("sendrecv") || id.get(1).equals("recvonly");
            if (parts.size() > 1
                    && parts.get(1).equals(uri)
                    && received
                    && id.get(0).matches("\\d{1,2}")) {
                int number = Integer.parseInt(id.get(0));
                return number <= HeaderExtensions.HIGHEST_ID ? number : 0;
            }
        }
        return 0;
    }
}
