package heliograph.bench;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** What one viewer more costs on a path, in cores: the slope of the least squares through the medians. Stateless. */
final class Cost {
    private record Point(double viewers, double cores) {}

    private Cost() {}

    /** Only of numbers of viewers at which nobody went short: a machine that is full shows no cost any more. Empty of fewer than two. */
    static Optional<Double> ofOneMore(Results results, MediaPath path) {
        List<Point> points = new ArrayList<>();
        for (int count : results.viewers(Measure.CROWD, path)) {
            Optional<Spread> cores = results.find(Measure.CROWD, path, count, CrowdMeasure.CORES);
            boolean full = results.find(Measure.CROWD, path, count, CrowdMeasure.FRAMES)
                    .filter(frames -> frames.median() < CrowdMeasure.FULL_RATE)
                    .isPresent();
            if (cores.isPresent() && !full) {
                points.add(new Point(count, cores.get().median()));
            }
        }
        return points.size() < 2 ? Optional.empty() : Optional.of(slope(points));
    }

    private static double slope(List<Point> points) {
        double viewers = points.stream().mapToDouble(Point::viewers).average().orElseThrow();
        double cores = points.stream().mapToDouble(Point::cores).average().orElseThrow();
        double together = points.stream()
                .mapToDouble(it -> (it.viewers() - viewers) * (it.cores() - cores))
                .sum();
        double square = points.stream()
                .mapToDouble(it -> (it.viewers() - viewers) * (it.viewers() - viewers))
                .sum();
        return together / square;
    }
}
