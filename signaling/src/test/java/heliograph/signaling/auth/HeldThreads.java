package heliograph.signaling.auth;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Two threads that begin with nothing before they are let go: what is given to them until then waits, however quick the machine is. */
final class HeldThreads extends ThreadPoolExecutor {
    private final CountDownLatch go = new CountDownLatch(1);

    HeldThreads() {
        super(2, 2, 0, TimeUnit.SECONDS, new LinkedBlockingQueue<>());
    }

    void letGo() {
        go.countDown();
    }

    @Override
    protected void beforeExecute(Thread thread, Runnable task) {
        try {
            go.await();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
