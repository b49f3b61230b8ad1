package heliograph.rig;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.LockSupport;

/**
 * When the test picture's beeps leave the rig's speakers, by the wall clock. That is what a person hears: what a page's own audio
 * graph is given (see {@link SoundProbe}) has neither waited in the browser's output nor in the sound server's, and in queues of its own instead.
 * Used from one thread.
 */
public final class SpeakerProbe implements AutoCloseable {
    private static final int HERTZ = 1000;

    /** Five periods. */
    private static final int WINDOW = SpeakerRecording.RATE / 200;

    private static final int HOP = SpeakerRecording.RATE / 1000;

    /** Far more than is left of no sound at all. */
    private static final double LOUD = 0.02 * Short.MAX_VALUE;

    private static final int SILENCE = SpeakerRecording.RATE / 5;

    private final SpeakerRecording recording;
    private final Thread clock = new Thread(this::look, "rig-speaker-clock");
    private volatile double origin = Double.NaN;

    private SpeakerProbe(SpeakerRecording recording) {
        this.recording = recording;
        clock.setDaemon(true);
        clock.start();
    }

    /** Listens from now on. */
    public static SpeakerProbe start(Rig rig) {
        return new SpeakerProbe(SpeakerRecording.start(rig));
    }

    /** The sound comes in pieces, and a piece may be late on a busy machine but never early: the earliest is the true one. */
    private void look() {
        long last = 0;
        while (!Thread.interrupted()) {
            LockSupport.parkNanos(500_000);
            long samples = recording.size();
            if (samples > last && last >= SpeakerRecording.RATE) {
                double begun = System.currentTimeMillis() - millis(samples);
                origin = Double.isNaN(origin) ? begun : Math.min(origin, begun);
            }
            last = samples;
        }
    }

    private static double millis(long samples) {
        return samples * 1000.0 / SpeakerRecording.RATE;
    }

    /** When each beep until now began, in milliseconds since 1970. */
    public List<Double> beeps() {
        short[] samples = recording.from(0);
        List<Double> beeps = new ArrayList<>();
        int lastLoud = -SILENCE;
        for (int start = 0; start + WINDOW <= samples.length; start += HOP) {
            if (Goertzel.amplitude(samples, start, WINDOW, HERTZ, SpeakerRecording.RATE) < LOUD) {
                continue;
            }
            if (start - lastLoud >= SILENCE) {
                beeps.add(origin + millis(start + WINDOW));
            }
            lastLoud = start;
        }
        return beeps;
    }

    @Override
    public void close() {
        clock.interrupt();
        try {
            // It looks at a file that goes with the recording.
            clock.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        recording.close();
    }
}
