package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.SwingConstants;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Who watches, and how each fares; one of them can be put out. Lives on Swing's event thread. */
final class ViewersPanel extends JPanel {
    private final ViewersTable viewers;
    private final ViewersGrid grid;
    private final JScrollPane scroll;
    private final JLabel none;
    private final JButton ask = new JButton();
    private final QuestionPanel removal;
    private final transient Words words;

    ViewersPanel(Words words, Consumer<String> remove) {
        super(new MigLayout("insets 0, fill", "[grow]", "[grow]"));
        this.viewers = new ViewersTable(words);
        this.grid = new ViewersGrid(viewers, words);
        this.scroll = new JScrollPane(grid);
        this.none = new JLabel(words.say("viewers.none"), SwingConstants.CENTER);
        this.words = words;
        this.removal =
                new QuestionPanel("viewers", words, "viewers.remove.yes", "viewers.remove.no", remove, this::answered);
        setOpaque(false);
        setName("viewers");
        none.setName("viewers-none");
        Look.ink(none, Ink.SOFT);
        JPanel card = Look.card("[grow][]", "[30!, center][grow][]");
        JLabel label = new JLabel();
        Caption.of(words.say("viewers")).on(label, grid);
        Look.caption(ask, "viewers.remove", words);
        Pictogram.REMOVE.on(ask);
        ask.addActionListener(event -> ask());
        grid.getSelectionModel().addListSelectionListener(event -> ask.setEnabled(selected() != null));
        Keys.within(grid, "DELETE", this::ask);
        Keys.within(removal, "ESCAPE", removal::settle);
        card.add(label, "growx");
        card.add(ask, "hidemode 0, wrap");
        card.add(scroll, "span, grow, push, wmin 0, hmin 0, wrap");
        card.add(none, "span, grow, push, wmin 0, wrap");
        card.add(removal, "span, growx, wmin 0");
        add(card, "grow, hmin 0");
        ask.setEnabled(false);
        show(List.of());
    }

    void show(List<ViewerLine> lines) {
        viewers.show(lines);
        removal.present(lines.stream().map(ViewerLine::id).collect(Collectors.toSet()));
        scroll.setVisible(!lines.isEmpty());
        askable();
        none.setVisible(lines.isEmpty());
    }

    /** Not while it is being asked: who answers finds one button of that name, and one letter for it. */
    private void askable() {
        ask.setVisible(scroll.isVisible() && !removal.isVisible());
    }

    private void answered() {
        askable();
        grid.requestFocusInWindow();
    }

    private void ask() {
        ViewerLine line = selected();
        if (line != null) {
            ask.setVisible(false);
            removal.ask(line.id(), words.say("viewers.remove.question", line.name()));
        }
    }

    private @Nullable ViewerLine selected() {
        int row = grid.getSelectedRow();
        return row < 0 ? null : viewers.line(grid.convertRowIndexToModel(row));
    }
}
