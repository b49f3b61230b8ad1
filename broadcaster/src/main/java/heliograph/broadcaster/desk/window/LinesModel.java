package heliograph.broadcaster.desk.window;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import javax.swing.table.AbstractTableModel;

/** Lines of cells under headings. Lives on Swing's event thread. */
class LinesModel<L> extends AbstractTableModel {
    final transient List<L> lines = new ArrayList<>();
    private final List<String> headings;
    private final transient Function<L, ? extends List<?>> cells;

    /** {@code cells}: as many as there are headings. */
    LinesModel(List<String> headings, Function<L, ? extends List<?>> cells) {
        this.headings = headings;
        this.cells = cells;
    }

    L line(int row) {
        return lines.get(row);
    }

    @Override
    public int getRowCount() {
        return lines.size();
    }

    @Override
    public int getColumnCount() {
        return headings.size();
    }

    @Override
    public String getColumnName(int column) {
        return headings.get(column);
    }

    @Override
    public Object getValueAt(int row, int column) {
        return cells.apply(lines.get(row)).get(column);
    }
}
