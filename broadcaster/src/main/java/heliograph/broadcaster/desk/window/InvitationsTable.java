package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import java.util.Optional;
import javax.swing.JTable;
import javax.swing.ListSelectionModel;

/** The invitations as a table; what is selected stays so while it is there. Lives on Swing's event thread. */
final class InvitationsTable extends JTable {
    /** In the order of {@link InvitationsPresenter#COLUMNS}, in pixels at the usual size. */
    private static final int[] WIDTHS = {150, 70, 130, 80};

    private final LinesModel<InvitationsModel.Line> model;

    InvitationsTable(Words words) {
        model = new LinesModel<>(
                InvitationsPresenter.COLUMNS.stream()
                        .map(it -> words.say("invitations.heading." + it))
                        .toList(),
                InvitationsModel.Line::cells);
        setName("invitations-table");
        setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        setFillsViewportHeight(true);
        setShowHorizontalLines(true);
        setToolTipText(words.say("invitations.tip"));
        getTableHeader().setReorderingAllowed(false);
        getAccessibleContext()
                .setAccessibleName(Caption.of(words.say("invitations")).text());
        Look.style(this, "font: -1; rowHeight: 26; gridColor: $Heliograph.grid");
        setModel(model);
        for (int column = 0; column < WIDTHS.length; column++) {
            getColumnModel().getColumn(column).setPreferredWidth(WIDTHS[column]);
        }
    }

    void show(List<InvitationsModel.Line> now) {
        if (now.equals(model.lines)) {
            return;
        }
        String chosen = selected().map(InvitationsModel.Line::id).orElse("");
        model.lines.clear();
        model.lines.addAll(now);
        model.fireTableDataChanged();
        for (int row = 0; row < now.size(); row++) {
            if (now.get(row).id().equals(chosen)) {
                setRowSelectionInterval(row, row);
            }
        }
    }

    Optional<InvitationsModel.Line> selected() {
        int row = getSelectedRow();
        return row < 0 || row >= model.getRowCount() ? Optional.empty() : Optional.of(model.line(row));
    }
}
