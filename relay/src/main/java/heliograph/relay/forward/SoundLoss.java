package heliograph.relay.forward;

import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * How much sound one viewer lost of late: the share of its last reception report. Immutable.
 *
 * @param share 0 to 1
 * @param reportedAt when that was told
 */
record SoundLoss(double share, long reportedAt) {
    /** What libwebrtc protects against a higher share costs the sound itself too much. */
    static final double MOST = 0.1;

    /** Reports on sound come every five seconds, and get lost themselves. */
    private static final long COUNTS_FOR = TimeUnit.SECONDS.toNanos(15);

    static final SoundLoss NONE = new SoundLoss(0, 0);

    private double share(long now) {
        return now - reportedAt < COUNTS_FOR ? share : 0;
    }

    /**
     * What the studio is to protect the sound of all against: no more than a quarter of the viewers lose more, so that a single one costs many
     * others nothing.
     */
    static double ofMost(List<SoundLoss> viewers, long now) {
        double[] shares = viewers.stream()
                .mapToDouble(viewer -> viewer.share(now))
                .sorted()
                .toArray();
        return shares.length == 0 ? 0 : Math.min(MOST, shares[shares.length - 1 - shares.length / 4]);
    }
}
