package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/**
 * How much room the studio is told that there is, in bit/s: twice the rate that it was asked for, and more once it sends more than that.
 *
 * <p>libwebrtc takes a REMB for a ceiling of its estimate, and in its first two seconds for the estimate itself; from the estimate
 * it also takes the pace of its packets. So it has to be above the rate, for the full one from the first second on, and not far above,
 * or a key frame comes in one burst. What is encoded is limited by the studio's own {@code maxBitrate}, which the user may raise
 * while live, and of which nobody tells the relay. A studio whose limit was raised sends more than it was asked for at once, up to
 * this ceiling; that is seen here, and with the ceiling out of the way its estimate grows by 8 % a second as long as nothing
 * gets lost. At the rate that was asked for nothing changes. It never falls: with a lower limit the estimate is merely not used up,
 * and {@code x-google-min-bitrate} is a floor of the estimate too, not of what is encoded. Not thread-safe.
 */
final class UpstreamRoom {
    /** A key frame may double the rate of a second. */
    private static final long LASTING = TimeUnit.MILLISECONDS.toNanos(1500);

    private final LowestRecently sent = new LowestRecently(LASTING);
    private long bitsPerSecond;

    /** @param asked the rate that the studio was asked for */
    UpstreamRoom(long asked) {
        bitsPerSecond = 2 * asked;
    }

    /**
     * The room for who sends so much now. An encoder misses its rate by less than a fifth, and by no more for long; what is beyond three fifths of the
     * room is another rate.
     */
    long of(long rate, long now) {
        long lasting = sent.add(rate, now);
        if (lasting > bitsPerSecond / 5 * 3) {
            bitsPerSecond = 2 * lasting;
        }
        return bitsPerSecond;
    }
}
