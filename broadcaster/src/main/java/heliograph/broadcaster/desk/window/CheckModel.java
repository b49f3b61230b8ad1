package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.check.Finding;
import java.util.List;
import java.util.Optional;

/**
 * What is shown of a check of the connection, in words. Immutable.
 *
 * @param lines a line for each thing that is looked at
 * @param running whether there are still some to come
 * @param summary how many there are of each, or that it goes on
 */
record CheckModel(List<Line> lines, boolean running, String summary) {
    CheckModel {
        lines = List.copyOf(lines);
    }

    /**
     * One thing that is looked at.
     *
     * @param state empty while it is not known
     * @param mark the state as a word
     * @param advice what to do; empty where there is nothing
     */
    record Line(String title, Optional<Finding.State> state, String mark, String found, String advice) {}
}
