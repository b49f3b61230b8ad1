package heliograph.rig;

import java.util.Collection;
import java.util.List;
import java.util.Locale;

/**
 * Measured values in ascending order.
 *
 * @param sorted the values
 */
public record Samples(List<Double> sorted) {
    public Samples {
        sorted = sorted.stream().sorted().toList();
    }

    /** Of values in any order. */
    public static Samples of(Collection<Double> values) {
        return new Samples(List.copyOf(values));
    }

    /** How many. */
    public int count() {
        return sorted.size();
    }

    /** The median. */
    public double p50() {
        return percentile(50);
    }

    /** The smallest value that 95 % of all do not exceed. */
    public double p95() {
        return percentile(95);
    }

    /** The largest. */
    public double max() {
        return percentile(100);
    }

    // The nearest rank: always a value that was measured.
    private double percentile(int percent) {
        if (sorted.isEmpty()) {
            return Double.NaN;
        }
        int rank = (sorted.size() * percent + 99) / 100;
        return sorted.get(Math.max(rank, 1) - 1);
    }

    @Override
    public String toString() {
        return String.format(Locale.ROOT, "p50 %.1f, p95 %.1f, max %.1f, n %d", p50(), p95(), max(), count());
    }
}
