package heliograph.broadcaster.studio.sound;

import heliograph.broadcaster.link.StudioEvent;
import java.util.function.Consumer;

/** Measures how loud sound is, a tenth of a second at a time; on the thread that pushes it. */
public final class LevelMeter implements Consumer<byte[]> {
    private static final int BLOCKS = 10;
    private static final double FULL_SCALE = 32768;

    private final Consumer<StudioEvent.Level> sink;
    private double squares;
    private int peak;
    private int samples;
    private int blocks;

    public LevelMeter(Consumer<StudioEvent.Level> sink) {
        this.sink = sink;
    }

    /** Ten milliseconds, 16 bits, little endian. */
    @Override
    public void accept(byte[] block) {
        long sum = 0;
        for (int i = 0; i + 1 < block.length; i += 2) {
            int sample = (block[i + 1] << 8) | (block[i] & 0xff);
            sum += (long) sample * sample;
            peak = Math.max(peak, Math.abs(sample));
        }
        squares += sum;
        samples += block.length / 2;
        if (++blocks == BLOCKS) {
            sink.accept(new StudioEvent.Level(centibels(Math.sqrt(squares / samples)), centibels(peak)));
            squares = 0;
            peak = 0;
            samples = 0;
            blocks = 0;
        }
    }

    private static int centibels(double amplitude) {
        return amplitude <= 0
                ? StudioEvent.Level.FLOOR
                : (int) Math.max(StudioEvent.Level.FLOOR, Math.round(200 * Math.log10(amplitude / FULL_SCALE)));
    }
}
