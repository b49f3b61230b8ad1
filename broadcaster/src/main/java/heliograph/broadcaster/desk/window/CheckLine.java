package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.check.Finding;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.text.DefaultCaret;
import net.miginfocom.swing.MigLayout;

/** One thing that was looked at: how it stands, what was found, what to do. Lives on Swing's event thread. */
final class CheckLine extends JPanel {
    private final JLabel mark = new JLabel();
    private final JLabel title = new JLabel();
    private final JTextArea found = new JTextArea();
    private final JTextArea advice = new JTextArea();

    CheckLine(int number) {
        super(new MigLayout("insets 0, gap 12 2, fillx, hidemode 3", "[64!, left][grow, fill]", "[][][]"));
        setOpaque(false);
        setName("check-line-" + number);
        mark.setName("check-mark-" + number);
        found.setName("check-found-" + number);
        advice.setName("check-advice-" + number);
        Look.style(mark, "font: bold");
        Look.style(title, "font: bold");
        Look.ink(title, Ink.INK);
        Look.sentence(found);
        still(found);
        Look.ink(found, Ink.INK);
        Look.sentence(advice);
        still(advice);
        Look.ink(advice, Ink.SOFT);
        add(mark, "aligny top");
        add(title, "wmin 0, wrap");
        add(found, "skip, wmin 0, wrap");
        add(advice, "skip, wmin 0");
    }

    void show(CheckModel.Line line) {
        mark.setText(line.mark());
        Look.ink(mark, line.state().map(CheckLine::ink).orElse(Ink.SOFT));
        title.setText(line.title());
        // Whoever does not see the mark hears it with the sentence that the keyboard reaches.
        say(found, line.found(), line.title() + ", " + line.mark() + ": " + line.found());
        say(advice, line.advice(), line.advice());
    }

    /** A new text would have the list scroll to its end. */
    private static void still(JTextArea area) {
        if (area.getCaret() instanceof DefaultCaret caret) {
            caret.setUpdatePolicy(DefaultCaret.NEVER_UPDATE);
        }
    }

    private static void say(JTextArea area, String text, String name) {
        if (!area.getText().equals(text)) {
            area.setText(text);
        }
        area.getAccessibleContext().setAccessibleName(name);
        area.setVisible(!text.isEmpty());
    }

    private static Ink ink(Finding.State state) {
        return switch (state) {
            case FINE -> Ink.GOOD;
            case WARNING -> Ink.WARNING;
            case FAILED -> Ink.BAD;
        };
    }
}
