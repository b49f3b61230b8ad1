package heliograph.broadcaster.studio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The pitch and the level of 16-bit sound, half a second at a time. The pitch is the median of the periods between the
 * wave's rises through zero: a receiver that runs short of sound tears some of them apart, and their mean with them. Any
 * thread.
 */
final class PitchMeter {
    private static final int LOUD = 200;

    private int samples;
    private int peak;
    private final List<Integer> periods = new ArrayList<>();
    private int lastRise = -1;
    private boolean below;
    private int hertz;
    private int level;

    synchronized void add(byte[] data, int rate, int channels) {
        ShortBuffer sound = ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
        for (int i = 0; i < sound.limit(); i += channels) {
            int sample = sound.get(i);
            peak = Math.max(peak, Math.abs(sample));
            // From well below zero: what a codec leaves behind after a beep crosses it as well.
            below = below || sample < -LOUD;
            if (below && sample >= 0) {
                below = false;
                if (lastRise >= 0) {
                    periods.add(samples - lastRise);
                }
                lastRise = samples;
            }
            if (++samples >= rate / 2) {
                turn(rate);
            }
        }
    }

    synchronized int hertz() {
        return hertz;
    }

    synchronized int level() {
        return level;
    }

    private void turn(int rate) {
        // A beep of a tenth of a second has 100 periods; fewer than 20 are noise.
        Collections.sort(periods);
        hertz = periods.size() < 20 ? 0 : Math.round((float) rate / periods.get(periods.size() / 2));
        level = peak;
        samples = 0;
        peak = 0;
        periods.clear();
        lastRise = -1;
    }
}
