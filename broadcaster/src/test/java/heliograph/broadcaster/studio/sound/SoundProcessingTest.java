package heliograph.broadcaster.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import heliograph.broadcaster.link.Broadcast;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What libwebrtc's processing makes of five seconds of sound, by its loudness (RMS) in the last two. */
class SoundProcessingTest {
    private static final int BLOCKS = 500;
    private static final int MEASURED = 200;

    @Test
    void switchedOffItLeavesEverySampleAlone() {
        try (SoundProcessing none = new SoundProcessing(new Broadcast.Processing(false, false, false))) {
            byte[] block = noise(new Random(1));

            assertThat(none.process(block)).isEqualTo(block);
        }
    }

    @Test
    void noiseSuppressionTakesSteadyNoiseAway() {
        double off = loudness(new Broadcast.Processing(true, false, false), true);
        double on = loudness(new Broadcast.Processing(true, true, false), true);

        assertThat(off).isGreaterThan(200);
        assertThat(on).isLessThan(off / 2);
    }

    @Test
    void gainControlMakesAFaintVoiceLouder() {
        double off = loudness(new Broadcast.Processing(true, false, false), false);
        double on = loudness(new Broadcast.Processing(true, false, true), false);

        assertThat(on).isGreaterThan(off * 1.5);
    }

    private static double loudness(Broadcast.Processing wish, boolean noise) {
        AudioDeviceModule module = new AudioDeviceModule(AudioLayer.kDummyAudio);
        PeerConnectionFactory factory = new PeerConnectionFactory(module);
        Random random = new Random(7);
        double sum = 0;
        try (SoundProcessing processing = new SoundProcessing(wish)) {
            for (int i = 0; i < BLOCKS; i++) {
                byte[] made = processing.process(noise ? noise(random) : voice(i, random));
                if (i >= BLOCKS - MEASURED) {
                    sum += power(made);
                }
            }
        } finally {
            factory.dispose();
            module.dispose();
        }
        return Math.sqrt(sum / MEASURED);
    }

    private static byte[] noise(Random random) {
        ByteBuffer block = ByteBuffer.allocate(SoundFan.BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SoundFan.BLOCK_SAMPLES; i++) {
            block.putShort((short) (500 * random.nextGaussian()));
        }
        return block.array();
    }

    /** Something like syllables: 140 Hz with overtones, four times a second. */
    private static byte[] voice(int number, Random random) {
        ByteBuffer block = ByteBuffer.allocate(SoundFan.BLOCK_BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (int i = 0; i < SoundFan.BLOCK_SAMPLES; i++) {
            double second = (number * SoundFan.BLOCK_SAMPLES + i) / (double) SoundFan.RATE;
            double envelope = Math.max(0, Math.sin(2 * Math.PI * 4 * second));
            double sample = 0;
            for (int overtone = 1; overtone <= 20; overtone++) {
                sample += Math.sin(2 * Math.PI * 140 * overtone * second) / overtone;
            }
            block.putShort((short) (250 * envelope * sample + random.nextGaussian()));
        }
        return block.array();
    }

    private static double power(byte[] sound) {
        ByteBuffer samples = ByteBuffer.wrap(sound).order(ByteOrder.LITTLE_ENDIAN);
        double sum = 0;
        while (samples.hasRemaining()) {
            double sample = samples.getShort();
            sum += sample * sample;
        }
        return sum / SoundFan.BLOCK_SAMPLES;
    }
}
