package heliograph.bench;

import java.util.List;

/**
 * One figure, taken several times; a value.
 *
 * @param measure which it belongs to
 * @param path which way the media took
 * @param viewers how many there were
 * @param name what it is, with its unit
 * @param values in the order in which they were taken; NaN where it could not be
 */
record Figure(Measure measure, MediaPath path, int viewers, String name, List<Double> values) {
    Figure {
        values = List.copyOf(values);
    }

    Spread spread() {
        return new Spread(values);
    }
}
