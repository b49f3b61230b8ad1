package heliograph.bench;

import java.util.List;
import java.util.Locale;

/**
 * What a figure was when it was taken several times.
 *
 * @param sorted its values, ascending
 */
record Spread(List<Double> sorted) {
    Spread {
        sorted = sorted.stream().filter(Double::isFinite).sorted().toList();
    }

    /** The middle one; of an even number the mean of the two. NaN of none. */
    double median() {
        int count = sorted.size();
        return count == 0 ? Double.NaN : (sorted.get((count - 1) / 2) + sorted.get(count / 2)) / 2;
    }

    double least() {
        return sorted.isEmpty() ? Double.NaN : sorted.get(0);
    }

    double most() {
        return sorted.isEmpty() ? Double.NaN : sorted.get(sorted.size() - 1);
    }

    /** The median with the least and the most of several, {@code 0.32 (0.30-0.35)}; what was taken once says so; a dash of none. */
    String text(int decimals) {
        if (sorted.isEmpty()) {
            return "-";
        }
        String middle = number(median(), decimals);
        return sorted.size() == 1
                ? middle + " (n = 1)"
                : middle + " (" + number(least(), decimals) + "-" + number(most(), decimals) + ")";
    }

    static String number(double value, int decimals) {
        return String.format(Locale.ROOT, "%." + decimals + "f", value);
    }

    /** The nearest-rank percentile of values in any order; NaN of none. */
    static double percentile(List<Double> values, double percent) {
        List<Double> sorted = values.stream().sorted().toList();
        return sorted.isEmpty()
                ? Double.NaN
                : sorted.get(Math.max(1, (int) Math.ceil(sorted.size() * percent / 100)) - 1);
    }
}
