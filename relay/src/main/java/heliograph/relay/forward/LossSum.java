package heliograph.relay.forward;

/**
 * Whether more packets get lost than chance takes: the cumulative sum of Page's test, which losses at random leave low and congestion drives up
 * within some tens of packets, however few or many a second there are. Used by one thread.
 */
final class LossSum {
    /** Of all packets. Radio loses 5 % at random, and that is no congestion: a lower rate would not help. */
    private static final double TOLERATED = 0.11;

    /** At 5 % this is exceeded once in some days; where half of all packets are lost, with the twenty-sixth. */
    private static final double CERTAIN = 10;

    /** At 5 % once in some seconds: enough to end what can be tried again. */
    private static final double SUSPECT = 3;

    /** So that what is over is forgotten after 150 packets. */
    private static final double MOST = 18;

    private double sum;

    /** Of so many more packets so many were lost. */
    void add(long packets, double lost) {
        sum = Math.min(MOST, Math.max(0, sum + lost - TOLERATED * packets));
    }

    boolean isCertain() {
        return sum > CERTAIN;
    }

    boolean isSuspect() {
        return sum > SUSPECT;
    }

    void forget() {
        sum = 0;
    }
}
