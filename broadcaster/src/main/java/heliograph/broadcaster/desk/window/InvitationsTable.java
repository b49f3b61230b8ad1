package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;
import javax.swing.table.AbstractTableModel;

/** The invitations as a table; what is selected stays so while it is there. Lives on Swing's event thread. */
final class InvitationsTable extends JTable {
    /** In the order of {@link InvitationsPresenter#COLUMNS}, in pixels at the usual size. */
    private static final int[] WIDTHS = {150, 70, 130, 80};

    private transient List<InvitationsModel.Line> lines = List.of();

    InvitationsTable(Words words) {
        List<String> headings = InvitationsPresenter.COLUMNS.stream()
                .map(it -> words.say("invitations.heading." + it))
                .toList();
        setName("invitations-table");
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFillsViewportHeight(true);
        setShowHorizontalLines(true);
        setToolTipText(words.say("invitations.tip"));
        getTableHeader().setReorderingAllowed(false);
        getAccessibleContext()
                .setAccessibleName(Caption.of(words.say("invitations")).text());
        Look.style(this, "font: -1; rowHeight: 26; gridColor: #E8EBEF");
        setModel(new AbstractTableModel() {
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
                return lines.get(row).cells().get(column);
            }
        });
        for (int column = 0; column < WIDTHS.length; column++) {
            getColumnModel().getColumn(column).setPreferredWidth(WIDTHS[column]);
        }
    }

    void show(List<InvitationsModel.Line> now) {
        if (now.equals(lines)) {
            return;
        }
        String chosen = selected().map(InvitationsModel.Line::id).orElse("");
        lines = now;
        ((AbstractTableModel) getModel()).fireTableDataChanged();
        for (int row = 0; row < now.size(); row++) {
            if (now.get(row).id().equals(chosen)) {
                setRowSelectionInterval(row, row);
            }
        }
    }

    Optional<InvitationsModel.Line> selected() {
        int row = getSelectedRow();
        return row < 0 || row >= lines.size() ? Optional.empty() : Optional.of(lines.get(row));
    }
}
