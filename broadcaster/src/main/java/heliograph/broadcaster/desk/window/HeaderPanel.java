package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.StateLine;
import heliograph.broadcaster.desk.text.Words;
import java.awt.Color;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** The program's name, and what goes on. Lives on Swing's event thread. */
final class HeaderPanel extends JPanel {
    /** So many pixels are beside the name. */
    private static final int LINE = 300;

    private final JLabel state = new JLabel();
    private final Lamp lamp = new Lamp();

    HeaderPanel(Words words) {
        super(new MigLayout("insets 4 6 4 6, fillx", "[]10[]push[]8[]", "[40!,center]"));
        setOpaque(false);
        JLabel mark = new JLabel(new HeliographMark(36));
        JLabel title = new JLabel(words.say("window.title"));
        Look.style(title, "font: bold +8");
        title.setForeground(Look.INK);
        state.setName("state");
        state.getAccessibleContext().setAccessibleName(words.say("window.state"));
        Look.style(state, "font: bold +1");
        add(mark);
        add(title);
        add(lamp, "w 12!, h 12!, gapleft 16, aligny center");
        add(state, "wmin 0");
    }

    void show(StateLine line) {
        // Swing wraps a label's text in HTML alone; two lines have room beside the name.
        boolean wraps = state.getFontMetrics(state.getFont()).stringWidth(line.text()) > LINE;
        state.setText(wraps ? "<html>" + line.text() + "</html>" : line.text());
        state.getAccessibleContext().setAccessibleDescription(line.text());
        state.setForeground(Look.color(line.tone()));
        lamp.light(Look.color(line.tone()));
    }

    /** A small round light. */
    private static final class Lamp extends JComponent {
        private Color color = Look.SOFT;

        void light(Color now) {
            color = now;
            repaint();
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D copy = (Graphics2D) graphics.create();
            copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            copy.setColor(color);
            copy.fillOval(0, 0, getWidth() - 1, getHeight() - 1);
            copy.dispose();
        }
    }
}
