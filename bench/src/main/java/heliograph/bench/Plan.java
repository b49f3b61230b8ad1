package heliograph.bench;

import java.util.List;

/**
 * How much is measured.
 *
 * @param starts how often the program is started for the time that this takes, on either path
 * @param chromiumRounds how often for Chromium
 * @param firefoxRounds how often for Firefox
 * @param pictureSeconds how long a browser is watched, after its first ten seconds
 * @param windows how often a crowd is looked at
 * @param windowSeconds for how long each time
 * @param joins how often some leave a crowd and come again
 * @param settleSeconds after so many more have joined
 * @param direct numbers of viewers on the direct path, ascending
 * @param relay numbers of viewers on the relay, ascending
 */
record Plan(
        int starts,
        int chromiumRounds,
        int firefoxRounds,
        int pictureSeconds,
        int windows,
        int windowSeconds,
        int joins,
        int settleSeconds,
        List<Integer> direct,
        List<Integer> relay) {
    /** Under 15 minutes. */
    static final Plan FULL = new Plan(5, 3, 2, 12, 4, 5, 4, 5, List.of(1, 2, 4, 8), List.of(1, 5, 20, 50, 100, 200));

    /** About 4 minutes. */
    static final Plan QUICK = new Plan(2, 1, 1, 8, 3, 3, 2, 3, List.of(1, 2, 4), List.of(1, 20, 100));

    List<Integer> viewers(MediaPath path) {
        return path == MediaPath.DIRECT ? direct : relay;
    }

    Plan with(List<Integer> newDirect, List<Integer> newRelay) {
        return new Plan(
                starts,
                chromiumRounds,
                firefoxRounds,
                pictureSeconds,
                windows,
                windowSeconds,
                joins,
                settleSeconds,
                newDirect.isEmpty() ? direct : newDirect,
                newRelay.isEmpty() ? relay : newRelay);
    }
}
