package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import java.util.function.Consumer;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** Asks once whether a viewer is to be put out: in the window, for a dialog would stand before a live broadcast. Lives on Swing's event thread. */
final class RemovalPanel extends JPanel {
    private final Words words;
    private final Runnable settled;
    private final JTextArea question = new JTextArea();
    private final JButton keep = new JButton();
    private @Nullable ViewerLine doomed;

    /**
     * A panel that is not seen until it asks.
     *
     * @param remove told the viewer's id
     * @param settled when there is an answer, or nobody left to ask about
     */
    RemovalPanel(Words words, Consumer<String> remove, Runnable settled) {
        super(new MigLayout("insets 8 14 8 8, fillx", "[grow, fill][][]", "[center]"));
        this.words = words;
        this.settled = settled;
        Look.style(this, "arc: 12; background: #FFF3DC");
        setName("viewers-question");
        setVisible(false);
        question.setName("viewers-asked");
        Look.sentence(question);
        question.setForeground(Look.WARNING);
        JButton yes = new JButton();
        Look.caption(yes, "viewers.remove.yes", words);
        Look.caption(keep, "viewers.remove.no", words);
        yes.addActionListener(event -> {
            if (doomed != null) {
                remove.accept(doomed.id());
            }
            settle();
        });
        keep.addActionListener(event -> settle());
        add(question, "wmin 0");
        add(yes);
        add(keep);
    }

    void ask(ViewerLine line) {
        doomed = line;
        question.setText(words.say("viewers.remove.question", line.name()));
        question.getAccessibleContext().setAccessibleName(question.getText());
        setVisible(true);
        // Who presses Enter without reading puts nobody out.
        keep.requestFocusInWindow();
    }

    /** These are there now; about who has gone there is nothing to ask. */
    void present(List<ViewerLine> lines) {
        ViewerLine line = doomed;
        if (line != null && lines.stream().noneMatch(it -> it.id().equals(line.id()))) {
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
