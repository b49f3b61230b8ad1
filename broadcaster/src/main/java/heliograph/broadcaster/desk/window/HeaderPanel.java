package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The program's mark and name. Lives on Swing's event thread. */
final class HeaderPanel extends JPanel {

    HeaderPanel(Words words) {
        super(new MigLayout("insets 2 4 2 4", "[]10[]", "[32!, center]"));
        setOpaque(false);
        JLabel title = new JLabel(words.say("window.title"));
        Look.style(title, "font: bold +7");
        title.setForeground(Look.INK);
        add(new JLabel(new HeliographMark(30)));
        add(title);
    }
}
