package heliograph.relay.forward;

import heliograph.relay.Relay.Layer;
import heliograph.relay.rtp.Codec;
import java.time.Duration;
import java.util.List;

/**
 * How a relay is set up. Immutable.
 *
 * @param codecs of video, in the order in which the studio is asked for them
 * @param fullKilobits the target of the full layer's video, in kbit/s
 * @param halfKilobits the target of the half layer's video, in kbit/s
 * @param workers threads that send to viewers
 * @param linger how long a layer is still asked for after nobody needs it any more
 */
public record RelaySettings(List<Codec> codecs, int fullKilobits, int halfKilobits, int workers, Duration linger) {
    public RelaySettings {
        codecs = List.copyOf(codecs);
        if (codecs.isEmpty() || !codecs.stream().allMatch(Codec::isVideo)) {
            throw new IllegalArgumentException("no video codec");
        }
        if (workers < 1) {
            throw new IllegalArgumentException("no worker");
        }
    }

    /** The half layer is asked for at a quarter of the bitrate, as the studio encodes it: it has a quarter of the pixels. */
    public static RelaySettings of(List<Codec> codecs, int kilobits) {
        return new RelaySettings(codecs, kilobits, kilobits / 4, 2, Duration.ofSeconds(10));
    }

    int kilobits(Layer layer) {
        return layer == Layer.FULL ? fullKilobits : halfKilobits;
    }
}
