package heliograph.broadcaster.desk;

import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;

/**
 * Output to what may stand still, such as a terminal after Ctrl-S or a pipe that nobody reads: a daemon thread of its own
 * writes it, and whoever writes here never waits. What is too much is left out, and said so. Any thread.
 */
final class PatientOutput extends OutputStream {
    /** Hours of a quiet log, and little of the memory. */
    static final int MOST_WAITING = 1 << 20;

    /** It is done in a moment, but where the machine is busy. */
    private static final Duration LAST_WORDS = Duration.ofSeconds(2);

    private final PrintStream target;
    // The four below only under this object's lock.
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private boolean writing;
    private long leftOut;
    private boolean broken;

    private PatientOutput(PrintStream target) {
        this.target = target;
    }

    /**
     * Writes to this from now on.
     *
     * @param name of the thread
     */
    static PatientOutput to(PrintStream target, String name) {
        PatientOutput output = new PatientOutput(target);
        Thread thread = new Thread(output::serve, name);
        thread.setDaemon(true);
        thread.start();
        return output;
    }

    @Override
    public void write(int one) {
        write(new byte[] {(byte) one}, 0, 1);
    }

    @Override
    public synchronized void write(byte[] bytes, int offset, int length) {
        // Once something was left out, so is what follows, until there is room again: no half lines in between.
        if (broken || leftOut > 0 || waiting.size() + length > MOST_WAITING) {
            leftOut += length;
            return;
        }
        waiting.write(bytes, offset, length);
        notifyAll();
    }

    /** Waits until all is written, but not for a target that takes nothing. */
    @Override
    public synchronized void close() {
        long until = System.nanoTime() + LAST_WORDS.toNanos();
        try {
            for (long left = LAST_WORDS.toMillis();
                    left > 0 && (writing || waiting.size() > 0);
                    left = (until - System.nanoTime()) / 1_000_000) {
                wait(left);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void serve() {
        try {
            boolean failed = false;
            while (!failed) {
                target.writeBytes(next());
                // Flushes as well; nothing that is printed throws.
                failed = target.checkError();
                written();
            }
            // The reader has gone, and with it whoever could be told.
            giveUp();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private synchronized byte[] next() throws InterruptedException {
        while (waiting.size() == 0) {
            wait();
        }
        byte[] next = waiting.toByteArray();
        waiting.reset();
        writing = true;
        return next;
    }

    private synchronized void written() {
        writing = false;
        if (leftOut > 0) {
            waiting.writeBytes(
                    "%n[%d bytes left out: nobody read on]%n".formatted(leftOut).getBytes(StandardCharsets.US_ASCII));
            leftOut = 0;
        }
        notifyAll();
    }

    private synchronized void giveUp() {
        broken = true;
        writing = false;
        waiting.reset();
        notifyAll();
    }
}
