package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.FakeMicrophone;
import heliograph.rig.Goertzel;
import heliograph.rig.Rig;
import heliograph.rig.SpeakerRecording;
import heliograph.rig.Tone;
import java.time.Duration;

/** A tone at the program's microphone, and what comes of it out of the rig's speakers, as a person hears it; used from one thread. */
final class HeardTone implements AutoCloseable {
    static final String MICROPHONE = FakeMicrophone.A.name();
    static final int HERTZ = 440;

    private static final int RATE = SpeakerRecording.RATE;

    /** Some periods of the tone: what is found in it is the tone's own. */
    private static final int WINDOW = RATE / 100;

    /** A hundredth of full scale, and far more than is left of no sound at all. */
    private static final double AUDIBLE = 0.01 * Short.MAX_VALUE;

    private final Tone tone;
    private final SpeakerRecording recording;
    private long from;

    private HeardTone(Tone tone, SpeakerRecording recording) {
        this.tone = tone;
        this.recording = recording;
    }

    static HeardTone start(Rig rig) {
        return new HeardTone(rig.tone(FakeMicrophone.A, HERTZ), SpeakerRecording.start(rig));
    }

    /** What was heard until now does not count. */
    void forget() {
        from = recording.size();
    }

    /** The longest time without the tone, in milliseconds, from {@link #forget} to this much later. */
    double longestHole(Duration more) {
        long until = recording.size() + more.toMillis() * RATE / 1000;
        await("sound").atMost(more.plusSeconds(30)).until(() -> recording.size() >= until);
        short[] samples = recording.from(from);
        double[] levels = new double[samples.length / WINDOW * 2 - 1];
        double loudest = 0;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = Goertzel.amplitude(samples, i * WINDOW / 2, WINDOW, HERTZ, RATE);
            loudest = Math.max(loudest, levels[i]);
        }
        assertThat(loudest).as("the tone is heard at all").isGreaterThan(AUDIBLE);
        int run = 0;
        int longest = 0;
        for (double level : levels) {
            run = level < loudest / 4 ? run + 1 : 0;
            longest = Math.max(longest, run);
        }
        return longest * 1000.0 * WINDOW / 2 / RATE;
    }

    @Override
    public void close() {
        recording.close();
        tone.close();
    }
}
