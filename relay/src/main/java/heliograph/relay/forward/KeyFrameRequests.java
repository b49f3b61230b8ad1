package heliograph.relay.forward;

import java.util.concurrent.TimeUnit;

/**
 * Which of one viewer's requests for a key frame are passed on: the first at once, and of one that goes on asking fewer and fewer, since each
 * key frame costs all the others quality. On the thread of the viewer's worker.
 */
final class KeyFrameRequests {
    private static final long SHORTEST = TimeUnit.MILLISECONDS.toNanos(500);
    private static final long LONGEST = TimeUnit.SECONDS.toNanos(4);
    private static final long CALM = TimeUnit.SECONDS.toNanos(10);

    private boolean begun;
    private long passedAt;
    private long interval = SHORTEST;

    boolean passes(long now) {
        long since = now - passedAt;
        if (begun && since < interval) {
            return false;
        }
        interval = !begun || since > CALM ? SHORTEST : Math.min(LONGEST, interval * 2);
        begun = true;
        passedAt = now;
        return true;
    }
}
