package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Child;
import heliograph.rig.FakeMicrophone;
import heliograph.rig.Folders;
import heliograph.rig.Rig;
import heliograph.rig.Tone;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** A tone at the program's microphone, and what comes of it out of the rig's speakers, as a person hears it; used from one thread. */
final class HeardTone implements AutoCloseable {
    static final String MICROPHONE = FakeMicrophone.A.name();
    static final int HERTZ = 440;

    private static final int RATE = 48_000;

    /** Some periods of the tone: what is found in it is the tone's own. */
    private static final int WINDOW = RATE / 100;

    /** A hundredth of full scale, and far more than is left of no sound at all. */
    private static final double AUDIBLE = 0.01 * Short.MAX_VALUE * WINDOW / 2;

    private final Path folder;
    private final Tone tone;
    private final Child recorder;
    private long from;

    private HeardTone(Path folder, Tone tone, Child recorder) {
        this.folder = folder;
        this.tone = tone;
        this.recorder = recorder;
    }

    static HeardTone start(Rig rig) {
        Path folder = Folders.temporary("heard");
        Tone tone = rig.tone(FakeMicrophone.A, HERTZ);
        Child recorder = Child.start(
                List.of("parec", "--raw", "--format=s16le", "--rate=" + RATE, "--channels=1", "-d", "speakers.monitor"),
                variables -> variables.putAll(rig.environment()),
                folder.resolve("sound"));
        return new HeardTone(folder, tone, recorder);
    }

    /** What was heard until now does not count. */
    void forget() {
        from = size();
    }

    /** The longest time without the tone, in milliseconds, from {@link #forget} to this much later. */
    double longestHole(Duration more) {
        long until = size() + more.toMillis() * RATE / 1000 * Short.BYTES;
        await("sound").atMost(more.plusSeconds(30)).until(() -> size() >= until);
        short[] samples = samples();
        double[] levels = new double[samples.length / WINDOW * 2 - 1];
        double loudest = 0;
        for (int i = 0; i < levels.length; i++) {
            levels[i] = amplitude(samples, i * WINDOW / 2);
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

    /** Of the tone, by Goertzel's algorithm. */
    private static double amplitude(short[] samples, int start) {
        double coefficient = 2 * Math.cos(2 * Math.PI * HERTZ / RATE);
        double previous = 0;
        double beforeThat = 0;
        for (int i = start; i < start + WINDOW; i++) {
            double current = samples[i] + coefficient * previous - beforeThat;
            beforeThat = previous;
            previous = current;
        }
        return Math.sqrt(previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat);
    }

    private long size() {
        try {
            // Whole samples.
            return Files.size(folder.resolve("sound")) & ~1L;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private short[] samples() {
        try (RandomAccessFile file =
                new RandomAccessFile(folder.resolve("sound").toFile(), "r")) {
            byte[] bytes = new byte[(int) (size() - from)];
            file.seek(from);
            file.readFully(bytes);
            short[] samples = new short[bytes.length / Short.BYTES];
            ByteBuffer.wrap(bytes)
                    .order(ByteOrder.LITTLE_ENDIAN)
                    .asShortBuffer()
                    .get(samples);
            return samples;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void close() {
        recorder.close();
        tone.close();
        Folders.delete(folder);
    }
}
