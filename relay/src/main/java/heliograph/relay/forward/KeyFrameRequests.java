package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/**
 * Which of one viewer's requests for a key frame are passed on: the first at once, and of one that goes on asking fewer and fewer, since each
 * key frame costs all the others quality. In the long run that is one in eight seconds, however it asks; all viewers together are
 * held back by {@link KeyFrameWish}. On the thread of the viewer's worker.
 */
final class KeyFrameRequests {
    private static final long SHORTEST = TimeUnit.SECONDS.toNanos(1);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(8);

    /** Who did not ask for so long begins anew. Long enough that asking in bursts brings no more than asking all the time. */
    private static final long CALM = TimeUnit.SECONDS.toNanos(30);

    /** So long it may be the key frame of a new picture that did not arrive, without which there is nothing to see at all. */
    private static final long STARTING = TimeUnit.SECONDS.toNanos(2);

    private boolean begun;
    private long passedAt;
    private long heardAt;
    private long interval = SHORTEST;
    private boolean starting;
    private long startedAt;

    /** A picture begins: the first one, or that of another source. What is asked for just after it is passed on and costs nothing. */
    void starts(long now) {
        starting = true;
        startedAt = now;
    }

    /** Whether one that is heard now is passed on. */
    boolean passes(long now) {
        starting &= now - startedAt < STARTING;
        if (starting) {
            return true;
        }
        boolean isCalm = !begun || now - heardAt >= CALM;
        heardAt = now;
        if (begun && now - passedAt < interval) {
            return false;
        }
        interval = isCalm ? SHORTEST : Math.min(LONGEST, interval * 2);
        begun = true;
        passedAt = now;
        return true;
    }
}
