package heliograph.broadcaster.desk.window;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.FlatDarkLaf;
import com.formdev.flatlaf.FlatLaf;
import com.formdev.flatlaf.FlatLightLaf;
import heliograph.broadcaster.desk.station.StateLine;
import heliograph.broadcaster.desk.text.Words;
import java.awt.KeyboardFocusManager;
import javax.swing.AbstractButton;
import javax.swing.BorderFactory;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** The window's colours and manners. Lives on Swing's event thread. */
final class Look {
    private static final String STYLE = "heliograph.style";
    private static final String INK = "heliograph.ink";

    /** Once, before there is a window. */
    static void install() {
        FlatLaf.registerCustomDefaultsSource(Look.class.getPackageName(), Look.class.getClassLoader());
        wear(false);
    }

    /** From now on, also for what is on the screen already. */
    static void wear(boolean dark) {
        if (dark) {
            FlatDarkLaf.setup();
        } else {
            FlatLightLaf.setup();
        }
        FlatLaf.updateUI();
    }

    /** A sheet with round corners. */
    static JPanel card(String columns, String rows) {
        JPanel card = new JPanel(new MigLayout("insets 12 14 12 14, gap 10 7, hidemode 3, fillx", columns, rows));
        sheet(card, 16, Ink.CARD);
        return card;
    }

    /** In FlatLaf's terms; a colour is a variable there, which changes with the theme. */
    static void style(JComponent component, String style) {
        component.putClientProperty(STYLE, style);
        dress(component);
    }

    /** What its text is written in. */
    static void ink(JComponent component, Ink ink) {
        component.putClientProperty(INK, ink);
        dress(component);
    }

    /** Makes a panel a sheet of this colour. */
    static void sheet(JPanel panel, int arc, Ink ink) {
        style(panel, "arc: " + arc + "; background: " + ink.variable());
    }

    private static void dress(JComponent component) {
        String style = component.getClientProperty(STYLE) instanceof String given ? given + "; " : "";
        String ink = component.getClientProperty(INK) instanceof Ink given ? "foreground: " + given.variable() : "";
        component.putClientProperty(FlatClientProperties.STYLE, style + ink);
    }

    /** What stands on a button, its tip, and its names. */
    static void caption(AbstractButton button, String key, Words words) {
        Caption caption = Caption.of(words.say(key));
        caption.on(button);
        button.setName(key.replace('.', '-'));
        button.setToolTipText(words.say(key + ".tip"));
        button.getAccessibleContext().setAccessibleName(caption.text());
    }

    /** Text that wraps, can be marked and is reached by the keyboard, and with it by a screen reader. */
    static void sentence(JTextArea area) {
        area.setEditable(false);
        // The Tab key leads on, as from any other field.
        area.setFocusTraversalKeys(KeyboardFocusManager.FORWARD_TRAVERSAL_KEYS, null);
        area.setFocusTraversalKeys(KeyboardFocusManager.BACKWARD_TRAVERSAL_KEYS, null);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setOpaque(false);
        // None at all would be taken for one to be given with the next theme.
        area.setBorder(BorderFactory.createEmptyBorder());
    }

    /** To write with, on the tone's sheet. */
    static Ink ink(StateLine.Tone tone) {
        return switch (tone) {
            case QUIET -> Ink.SOFT;
            case BUSY -> Ink.ACCENT;
            case LIVE -> Ink.ON_FILLED;
            case WARNING -> Ink.WARNING;
            case BAD -> Ink.BAD;
        };
    }

    /** What is live is filled; everything else is tinted at most. */
    static Ink sheet(StateLine.Tone tone) {
        return switch (tone) {
            case QUIET -> Ink.CARD;
            case BUSY -> Ink.BUSY_SHEET;
            case LIVE -> Ink.LIVE;
            case WARNING -> Ink.WARNING_SHEET;
            case BAD -> Ink.BAD_SHEET;
        };
    }

    private Look() {}
}
