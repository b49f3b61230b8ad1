package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The program's mark and name, and what looks whether viewers can be reached. Lives on Swing's event thread. */
final class HeaderPanel extends JPanel {
    private final JButton check = new JButton();

    HeaderPanel(Words words, Runnable checkConnection) {
        super(new MigLayout("insets 2 4 2 4, fillx", "[]10[grow][]", "[32!, center]"));
        setOpaque(false);
        JLabel title = new JLabel(words.say("window.title"));
        Look.style(title, "font: bold +5");
        Look.ink(title, Ink.INK);
        Look.caption(check, "check.button", words);
        // Beside the name there is little room where the column is at its least.
        Look.style(check, "font: -1; margin: 3,8,3,8");
        check.addActionListener(event -> checkConnection.run());
        add(new JLabel(Pictogram.mark(30)));
        add(title);
        add(check);
    }

    /** The focus returns to where the check was asked for. */
    void takeFocus() {
        check.requestFocusInWindow();
    }
}
