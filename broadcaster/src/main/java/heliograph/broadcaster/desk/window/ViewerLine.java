package heliograph.broadcaster.desk.window;

import java.util.List;

/**
 * One viewer as the table shows it. Immutable.
 *
 * @param id of its stay
 * @param name the account's or the invitation's
 * @param cells one for each column
 */
record ViewerLine(String id, String name, List<Cell> cells) {
    ViewerLine {
        cells = List.copyOf(cells);
    }

    /**
     * What stands in a column.
     *
     * @param text as it is shown
     * @param rank as it is sorted where that is not by the text; what is not known comes before all else
     */
    record Cell(String text, double rank) implements Comparable<Cell> {
        static final double UNKNOWN = Double.NEGATIVE_INFINITY;

        @Override
        public int compareTo(Cell other) {
            int byRank = Double.compare(rank, other.rank);
            return byRank == 0 ? text.compareToIgnoreCase(other.text) : byRank;
        }

        /** For screen readers, which ask for it. */
        @Override
        public String toString() {
            return text;
        }
    }
}
