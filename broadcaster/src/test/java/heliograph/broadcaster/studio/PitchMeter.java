package heliograph.broadcaster.studio;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;

/** The pitch and the level of 16-bit sound, half a second at a time, from where the wave rises through zero. Any thread. */
final class PitchMeter {
    private static final int LOUD = 200;

    private int samples;
    private int peak;
    private int firstRise = -1;
    private int lastRise;
    private int rises;
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
                firstRise = firstRise < 0 ? samples : firstRise;
                lastRise = samples;
                rises++;
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
        int span = lastRise - firstRise;
        // A beep of a tenth of a second has 100 rises; fewer than 20 are noise.
        hertz = rises >= 20 && span > 0 ? (int) Math.round((rises - 1) * (double) rate / span) : 0;
        level = peak;
        samples = 0;
        peak = 0;
        rises = 0;
        firstRise = -1;
    }
}
