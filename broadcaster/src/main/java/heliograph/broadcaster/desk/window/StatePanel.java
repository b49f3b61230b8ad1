package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.StateLine.Tone;
import heliograph.broadcaster.desk.text.Words;
import java.awt.Graphics;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/**
 * What goes on, large: the sheet is filled while on air, and by nothing else, so that it is known from across the room.
 * Lives on Swing's event thread.
 */
final class StatePanel extends JPanel {
    /** So many pixels are beside the lamp and the time. */
    private static final int LINE = 360;

    private final JPanel sheet = Look.card("[]14[grow, fill]14[]", "[40::, center]");
    private final Lamp lamp = new Lamp();
    private final JLabel state = new JLabel();
    private final JLabel watching = new JLabel();
    private final JLabel time = new JLabel();

    StatePanel(Words words) {
        super(new MigLayout("insets 0, fill", "[grow]", "[]"));
        setOpaque(false);
        state.setName("state");
        state.getAccessibleContext().setAccessibleName(words.say("window.state"));
        watching.setName("watching");
        time.setName("time");
        time.setToolTipText(words.say("window.time"));
        Look.style(time, "font: bold +9 monospaced");
        JPanel lines = new JPanel(new MigLayout("insets 0, gap 0 2, fillx, wrap 1", "[grow, fill]", "push[]2[]push"));
        lines.setOpaque(false);
        lines.add(state, "wmin 0");
        lines.add(watching, "wmin 0");
        sheet.add(lamp, "w 18!, h 18!");
        sheet.add(lines, "wmin 0, grow");
        sheet.add(time);
        add(sheet, "grow");
    }

    void show(WindowModel model) {
        String text = model.state().text();
        Tone tone = model.state().tone();
        // Swing wraps a label's text in HTML alone; what is longer than a word or two is smaller, on two lines.
        Look.style(state, "font: bold +9");
        boolean wraps = state.getFontMetrics(state.getFont()).stringWidth(text) > LINE;
        Look.style(state, wraps ? "font: bold +3" : "font: bold +9");
        state.setText(wraps ? "<html>" + text + "</html>" : text);
        state.getAccessibleContext().setAccessibleDescription(text);
        watching.setText(model.watching());
        time.setText(model.time());
        time.getAccessibleContext().setAccessibleName(time.getToolTipText() + " " + model.time());
        Ink aside = tone == Tone.LIVE ? Ink.ON_FILLED : Ink.SOFT;
        Look.sheet(sheet, 16, Look.sheet(tone));
        lamp.light(Look.ink(tone));
        Look.ink(state, Look.ink(tone));
        Look.ink(watching, aside);
        Look.ink(time, aside);
    }

    /** A round light. */
    private static final class Lamp extends JComponent {
        private Ink ink = Ink.SOFT;

        void light(Ink now) {
            ink = now;
            repaint();
        }

        @Override
        protected void paintComponent(Graphics graphics) {
            Graphics2D copy = (Graphics2D) graphics.create();
            copy.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
            copy.setColor(ink.now());
            copy.fillOval(0, 0, getWidth() - 1, getHeight() - 1);
            copy.dispose();
        }
    }
}
