package heliograph.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param rounds how often the program is started anew for what begins with it, on either path
 * @param pictureSeconds how long a browser is watched, after its first ten seconds
 * @param windows how often a crowd is looked at
 * @param windowSeconds for how long each time
 * @param settleSeconds after so many more have joined
 * @param direct numbers of viewers on the direct path, ascending
 * @param relay numbers of viewers on the relay, ascending
 */
record Plan(
        int rounds,
        int pictureSeconds,
        int windows,
        int windowSeconds,
        int settleSeconds,
        List<Integer> direct,
        List<Integer> relay) {
    /** Under 15 minutes. */
    static final Plan FULL = new Plan(3, 20, 4, 5, 6, List.of(1, 2, 4, 8), List.of(1, 5, 20, 50, 100, 200));

    /** About 3 minutes. */
    static final Plan QUICK = new Plan(1, 8, 3, 3, 3, List.of(1, 2, 4), List.of(1, 20, 100));

    List<Integer> viewers(MediaPath path) {
        return path == MediaPath.DIRECT ? direct : relay;
    }

    Plan with(List<Integer> newDirect, List<Integer> newRelay) {
        return new Plan(
                rounds,
                pictureSeconds,
                windows,
                windowSeconds,
                settleSeconds,
                newDirect.isEmpty() ? direct : newDirect,
                newRelay.isEmpty() ? relay : newRelay);
    }
}
