package heliograph.rig;

import java.util.ArrayList;
import java.util.List;

/**
 * How a bitrate rose; a value.
 *
 * @param points in the order of time
 */
public record Ramp(List<Point> points) {
    /**
     * A moment.
     *
     * @param time milliseconds since the beginning
     * @param bitrate kbit/s of video over the half second before
     */
    public record Point(double time, double bitrate) {}

    private static final double WINDOW = 500;

    public Ramp {
        points = List.copyOf(points);
    }

    static Ramp of(double beginning, List<Received> received) {
        List<Point> points = new ArrayList<>();
        int from = 0;
        for (int to = 1; to < received.size(); to++) {
            while (received.get(to).now() - received.get(from + 1).now() >= WINDOW) {
                from++;
            }
            double time = received.get(to).now() - received.get(from).now();
            double bytes =
                    received.get(to).video("bytesReceived") - received.get(from).video("bytesReceived");
            if (time >= WINDOW) {
                points.add(new Point(received.get(to).now() - beginning, bytes * 8 / time));
            }
        }
        return new Ramp(points);
    }

    /** When a bitrate was reached first; NaN if never. */
    public double reached(double bitrate) {
        return points.stream()
                .filter(point -> point.bitrate() >= bitrate)
                .mapToDouble(Point::time)
                .findFirst()
                .orElse(Double.NaN);
    }

    public double highest() {
        return points.stream().mapToDouble(Point::bitrate).max().orElse(0);
    }
}
