package heliograph.rig;

/** How strong one frequency is in a piece of sound, by Goertzel's algorithm. Holds nothing; any thread. */
public final class Goertzel {
    private Goertzel() {}

    /**
     * Of one piece.
     *
     * @param samples the sound
     * @param start where the piece begins
     * @param length how many samples it has; some whole periods, or it hears the neighbours too
     * @param hertz which frequency
     * @param rate samples a second
     * @return its amplitude, in the samples' unit
     */
    public static double amplitude(short[] samples, int start, int length, int hertz, int rate) {
        double coefficient = 2 * Math.cos(2 * Math.PI * hertz / rate);
        double previous = 0;
        double beforeThat = 0;
        for (int i = start; i < start + length; i++) {
            double current = samples[i] + coefficient * previous - beforeThat;
            beforeThat = previous;
            previous = current;
        }
        double energy = previous * previous + beforeThat * beforeThat - coefficient * previous * beforeThat;
        return 2 * Math.sqrt(Math.max(0, energy)) / length;
    }
}
