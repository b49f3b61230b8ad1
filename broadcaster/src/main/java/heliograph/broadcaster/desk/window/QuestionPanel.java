package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * Asks once whether what cannot be undone is to be done to one of many: in the window, for a dialog would stand before a live
 * broadcast. Lives on Swing's event thread.
 */
final class QuestionPanel extends JPanel {
    private final Runnable settled;
    private final JTextArea question = new JTextArea();
    private final JButton keep = new JButton();
    private @Nullable String doomed;

    /**
     * A panel that is not seen until it asks.
     *
     * @param name what its own name and that of its text begin with
     * @param yes the key of the button that does it
     * @param no the key of the button that does not
     * @param act told the id of the one it is to be done to
     * @param settled when there is an answer, or nobody left to ask about
     */
    QuestionPanel(String name, Words words, String yes, String no, Consumer<String> act, Runnable settled) {
        super(new MigLayout("insets 8 14 8 8, fillx", "[grow, fill][][]", "[center]"));
        this.settled = settled;
        Look.sheet(this, 12, Ink.WARNING_SHEET);
        setName(name + "-question");
        setVisible(false);
        question.setName(name + "-asked");
        Look.sentence(question);
        Look.ink(question, Ink.WARNING);
        JButton doIt = new JButton();
        Look.caption(doIt, yes, words);
        Look.caption(keep, no, words);
        doIt.addActionListener(event -> {
            if (doomed != null) {
                act.accept(doomed);
            }
            settle();
        });
        keep.addActionListener(event -> settle());
        add(question, "wmin 0");
        add(doIt);
        add(keep);
    }

    void ask(String id, String sentence) {
        doomed = id;
        question.setText(sentence);
        question.getAccessibleContext().setAccessibleName(sentence);
        setVisible(true);
        // Who presses Enter without reading does nothing.
        keep.requestFocusInWindow();
    }

    /** These are there now; about what has gone there is nothing to ask. */
    void present(Set<String> ids) {
        if (doomed != null && !ids.contains(doomed)) {
            settle();
        }
    }

    void settle() {
        if (doomed != null) {
            doomed = null;
            setVisible(false);
            settled.run();
        }
    }
}
