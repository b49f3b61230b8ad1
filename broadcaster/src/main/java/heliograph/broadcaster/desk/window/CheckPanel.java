package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.Point;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import net.miginfocom.swing.MigLayout;

/**
 * Whether viewers can be reached, line by line as it becomes known: in the window, in the place of the viewers, for a dialog would
 * stand before a live broadcast. Lives on Swing's event thread.
 */
final class CheckPanel extends JPanel {
    private final CheckPresenter presenter;
    private final JLabel summary = new JLabel();
    private final JButton again = new JButton();
    private final JButton close = new JButton();
    private final Column rows = new Column();
    private final JScrollPane scroll = rows.scrolling();
    private final List<CheckLine> lines = new ArrayList<>();
    private boolean summaryStandsIn;

    /**
     * A panel that is not seen until it is opened.
     *
     * @param closed what else is to be there again
     */
    CheckPanel(Words words, CheckPresenter presenter, Runnable closed) {
        super(new MigLayout("insets 0, fill", "[grow]", "[grow]"));
        this.presenter = presenter;
        setOpaque(false);
        setName("check");
        setVisible(false);
        summary.setName("check-summary");
        Look.ink(summary, Ink.SOFT);
        JLabel title = new JLabel(words.say("check.title"));
        Look.style(title, "font: bold +2");
        Look.caption(again, "check.again", words);
        Pictogram.CHECK.on(again);
        Look.caption(close, "check.close", words);
        again.addActionListener(event -> presenter.begin());
        close.addActionListener(event -> closed.run());
        Keys.within(this, "ESCAPE", closed);
        summary.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                // Whoever goes elsewhere meanwhile is not called back.
                summaryStandsIn &= event.isTemporary();
            }
        });
        JPanel card = Look.card("[]12[grow, fill][][]", "[30!, center][grow]");
        card.add(title);
        card.add(summary, "wmin 0");
        card.add(again);
        card.add(close, "wrap");
        card.add(scroll, "span, grow, push, wmin 0, hmin 0");
        add(card, "grow, hmin 0");
        presenter.view(this::show);
    }

    /** Shows itself and looks at everything. */
    void open() {
        setVisible(true);
        close.requestFocusInWindow();
        presenter.begin();
    }

    /** A button that is switched off gives its focus to the next one, and that would be Close. */
    private void allowAgain(boolean allowed) {
        boolean focused = again.isFocusOwner();
        again.setEnabled(allowed);
        if (!allowed && focused) {
            summaryStandsIn = true;
            summary.requestFocusInWindow();
        } else if (allowed && summaryStandsIn) {
            summaryStandsIn = false;
            again.requestFocusInWindow();
        }
    }

    private void show(CheckModel model) {
        summary.setText(model.summary());
        summary.getAccessibleContext().setAccessibleName(model.summary());
        allowAgain(!model.running());
        if (lines.size() != model.lines().size()) {
            lines.clear();
            rows.removeAll();
            for (int i = 0; i < model.lines().size(); i++) {
                CheckLine line = new CheckLine(i);
                lines.add(line);
                rows.stack(line);
            }
            scroll.getViewport().setViewPosition(new Point());
        }
        for (int i = 0; i < lines.size(); i++) {
            lines.get(i).show(model.lines().get(i));
        }
        rows.revalidate();
        rows.repaint();
    }
}
