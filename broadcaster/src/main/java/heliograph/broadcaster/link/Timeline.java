package heliograph.broadcaster.link;

import java.time.Duration;

/** One thread's tasks, each at its time and never two at once. Any thread may add to it. */
public interface Timeline {

    /** Runs a task after those that are already due. */
    void run(Runnable task);

    /** Runs a task after a delay. */
    Later later(Duration delay, Runnable task);

    /** A task that has not run yet. */
    interface Later {
        /** Forgets the task. Nothing happens when it has run. */
        void cancel();
    }
}
