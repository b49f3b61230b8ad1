package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.Component;
import java.awt.event.MouseEvent;
import java.util.List;
import javax.swing.JLabel;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.SwingConstants;
import javax.swing.table.DefaultTableCellRenderer;
import javax.swing.table.JTableHeader;
import javax.swing.table.TableColumn;
import javax.swing.table.TableRowSorter;
import org.jspecify.annotations.Nullable;

/** The table as it looks: narrow enough for half a small screen, sorted by a click. Lives on Swing's event thread. */
final class ViewersGrid extends JTable {
    /** In the order of {@link ViewerLines#COLUMNS}, in pixels at the usual size. */
    private static final int[] WIDTHS = {76, 46, 100, 100, 48, 82, 38, 52, 50, 48};

    private static final int FIRST_FIGURE = 5;

    private final transient List<String> tips;
    private final String tip;

    ViewersGrid(ViewersTable viewers, Words words) {
        super(viewers);
        tip = words.say("viewers.tip");
        tips = ViewerLines.COLUMNS.stream()
                .map(it -> words.say("viewers." + it + ".tip"))
                .toList();
        setName("viewers-table");
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFillsViewportHeight(true);
        setShowHorizontalLines(true);
        setToolTipText(tip);
        getTableHeader().setReorderingAllowed(false);
        getAccessibleContext()
                .setAccessibleName(Caption.of(words.say("viewers")).text());
        Look.style(this, "font: -2; rowHeight: 24; cellMargins: 2,4,2,4; gridColor: $Heliograph.grid");
        Look.style(
                getTableHeader(),
                "font: -2; height: 28; cellMargins: 2,4,2,4; hoverBackground: $Heliograph.busySheet; sortIconPosition: top");
        TableRowSorter<ViewersTable> sorter = new TableRowSorter<>(viewers);
        sorter.setSortsOnUpdates(true);
        setRowSorter(sorter);
        DefaultTableCellRenderer figures = new DefaultTableCellRenderer();
        figures.setHorizontalAlignment(SwingConstants.TRAILING);
        for (int column = 0; column < WIDTHS.length; column++) {
            TableColumn shape = getColumnModel().getColumn(column);
            shape.setPreferredWidth(WIDTHS[column]);
            shape.setHeaderRenderer(ViewersGrid::heading);
            if (column >= FIRST_FIGURE) {
                shape.setCellRenderer(figures);
            }
        }
    }

    /** Over what it is the heading of. */
    private static Component heading(
            JTable table, @Nullable Object value, boolean selected, boolean focus, int row, int column) {
        Component cell = table.getTableHeader()
                .getDefaultRenderer()
                .getTableCellRendererComponent(table, value, selected, focus, row, column);
        if (cell instanceof JLabel label) {
            label.setHorizontalAlignment(column < FIRST_FIGURE ? SwingConstants.LEADING : SwingConstants.TRAILING);
        }
        return cell;
    }

    /** Of a cell that is cut off, the whole. */
    @Override
    public String getToolTipText(MouseEvent event) {
        int row = rowAtPoint(event.getPoint());
        int column = columnAtPoint(event.getPoint());
        if (row < 0 || column < 0) {
            return tip;
        }
        Component cell = prepareRenderer(getCellRenderer(row, column), row, column);
        boolean cut = cell.getPreferredSize().width
                > getColumnModel().getColumn(column).getWidth();
        return cut ? getValueAt(row, column).toString() : tip;
    }

    @Override
    protected JTableHeader createDefaultTableHeader() {
        return new JTableHeader(columnModel) {
            @Override
            public @Nullable String getToolTipText(MouseEvent event) {
                int column = columnAtPoint(event.getPoint());
                return column < 0 ? null : tips.get(column);
            }
        };
    }
}
