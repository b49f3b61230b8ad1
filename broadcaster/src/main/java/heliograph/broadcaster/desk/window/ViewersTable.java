package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The viewers as a table's rows. What has not changed is not touched: nothing flickers, and what is selected stays so. Lives on Swing's event
 * thread.
 */
final class ViewersTable extends LinesModel<ViewerLine> {
    ViewersTable(Words words) {
        super(
                ViewerLines.COLUMNS.stream()
                        .map(column -> words.say("viewers." + column))
                        .toList(),
                ViewerLine::cells);
    }

    /** These are there, and nobody else; who has come since is the last. */
    void show(List<ViewerLine> now) {
        Map<String, ViewerLine> present = new HashMap<>();
        now.forEach(line -> present.put(line.id(), line));
        for (int row = lines.size() - 1; row >= 0; row--) {
            if (!present.containsKey(lines.get(row).id())) {
                lines.remove(row);
                fireTableRowsDeleted(row, row);
            }
        }
        for (int row = 0; row < lines.size(); row++) {
            ViewerLine line = present.remove(lines.get(row).id());
            if (line != null && !line.equals(lines.get(row))) {
                lines.set(row, line);
                fireTableRowsUpdated(row, row);
            }
        }
        int first = lines.size();
        now.stream().filter(line -> present.containsKey(line.id())).forEach(lines::add);
        if (lines.size() > first) {
            fireTableRowsInserted(first, lines.size() - 1);
        }
    }

    @Override
    public Class<?> getColumnClass(int column) {
        return ViewerLine.Cell.class;
    }
}
