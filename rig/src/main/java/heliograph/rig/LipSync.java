package heliograph.rig;

import java.util.List;
import java.util.Optional;

/**
 * How far sound and picture are apart; a value.
 *
 * @param offsets for each flash that has a beep: the beep's time less the flash's, in milliseconds; positive: the sound is late
 */
public record LipSync(List<Double> offsets) {
    // The two come once a second: the nearest beep within half of that is the flash's own.
    private static final double REACH = 500;

    public LipSync {
        offsets = List.copyOf(offsets);
    }

    /** Pairs each flash with the beep nearest to it. */
    public static LipSync of(List<Double> flashes, List<Double> beeps) {
        return new LipSync(flashes.stream()
                .flatMap(flash -> nearest(beeps, flash).stream())
                .toList());
    }

    private static Optional<Double> nearest(List<Double> beeps, double flash) {
        return beeps.stream()
                .map(beep -> beep - flash)
                .filter(offset -> Math.abs(offset) <= REACH)
                .min((one, other) -> Double.compare(Math.abs(one), Math.abs(other)));
    }

    /** How far apart, whichever is first. */
    public Samples distance() {
        return Samples.of(offsets.stream().map(Math::abs).toList());
    }

    /** Which is first, and by how much. */
    public Samples signed() {
        return Samples.of(offsets);
    }
}
