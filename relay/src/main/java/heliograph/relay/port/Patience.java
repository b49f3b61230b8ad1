package heliograph.relay.port;

import java.time.Duration;

/** How long there has been no new sign of a remote, in time in which the port's thread ran. On the port's thread. */
final class Patience {
    private long sign;
    private long waited;

    /**
     * Whether the same sign has been the last one for longer than this.
     *
     * @param now another number for each new sign
     * @param ran for how long the thread has run since the last call, in nanoseconds
     */
    boolean isOver(long now, long ran, Duration limit) {
        if (now != sign) {
            sign = now;
            waited = 0;
        }
        waited += ran;
        return waited > limit.toNanos();
    }
}
