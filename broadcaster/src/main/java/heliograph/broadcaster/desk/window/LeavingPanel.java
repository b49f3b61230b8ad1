package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.Frame;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;

/** Asks once whether the broadcast is to end with the program; who asks a second time means it. Lives on Swing's event thread. */
final class LeavingPanel extends JPanel {
    /** What comes sooner is the second half of a double click. */
    private static final long TWICE_NANOS = 1_000_000_000L;
    /** Who has not answered by then did not mean it. */
    private static final int OVER_MS = 30_000;

    private final Runnable exit;
    private final Timer over = new Timer(OVER_MS, event -> setVisible(false));
    private long askedAt;
    private final JButton stay = new JButton();

    LeavingPanel(Words words, Runnable exit) {
        super(new MigLayout("insets 8 14 8 8, fillx", "[grow, fill][][]", "[center]"));
        this.exit = exit;
        Look.sheet(this, 12, Ink.WARNING_SHEET);
        setName("leaving");
        setVisible(false);
        JTextArea question = new JTextArea(words.say("leaving.question"));
        question.setName("leaving-asked");
        question.getAccessibleContext().setAccessibleName(question.getText());
        Look.sentence(question);
        Look.ink(question, Ink.WARNING);
        JButton yes = new JButton();
        Look.caption(yes, "leaving.yes", words);
        Look.caption(stay, "leaving.no", words);
        yes.addActionListener(event -> exit.run());
        stay.addActionListener(event -> setVisible(false));
        stay.getAccessibleContext().setAccessibleDescription(question.getText());
        over.setRepeats(false);
        add(question, "wmin 0");
        add(yes);
        add(stay);
    }

    /** The user wants to leave: at once, while nobody is watching what is sent. */
    void leave(boolean onAir) {
        long now = System.nanoTime();
        if (!onAir || (isVisible() && now - askedAt > TWICE_NANOS)) {
            exit.run();
            return;
        }
        if (isVisible()) {
            return;
        }
        askedAt = now;
        over.restart();
        setVisible(true);
        // From the taskbar a window is closed that nobody sees.
        if (SwingUtilities.getWindowAncestor(this) instanceof Frame frame) {
            frame.setExtendedState(frame.getExtendedState() & ~Frame.ICONIFIED);
            frame.toFront();
        }
        // Who presses Enter without reading goes on.
        stay.requestFocusInWindow();
    }

    /** With the broadcast the question is over. */
    void settle(boolean onAir) {
        if (!onAir) {
            setVisible(false);
        }
    }
}
