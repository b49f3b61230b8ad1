package heliograph.broadcaster.desk.window;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.FlatLightLaf;
import heliograph.broadcaster.desk.station.StateLine;
import heliograph.broadcaster.desk.text.Words;
import java.awt.Color;
import java.awt.KeyboardFocusManager;
import java.util.Map;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The window's colours and manners. Lives on Swing's event thread. */
final class Look {
    static final Color PAGE = new Color(0xF3F4F6);
    static final Color INK = new Color(0x1F2933);
    static final Color SOFT = new Color(0x5B6672);
    static final Color ACCENT = new Color(0x1D5FD1);
    static final Color GOOD = new Color(0x1B6E3C);
    static final Color WARNING = new Color(0x8A5A00);
    static final Color BAD = new Color(0xB3261E);

    static void install() {
        FlatLightLaf.setGlobalExtraDefaults(Map.of("@accentColor", "#1D5FD1", "@background", "#F3F4F6"));
        FlatLightLaf.setup();
        UIManager.put("Component.arc", 8);
        UIManager.put("Button.arc", 10);
        UIManager.put("TextComponent.arc", 8);
        UIManager.put("Component.focusWidth", 1);
        UIManager.put("ComboBox.padding", new java.awt.Insets(4, 8, 4, 8));
        UIManager.put("TextField.margin", new java.awt.Insets(4, 8, 4, 8));
        UIManager.put("Button.margin", new java.awt.Insets(4, 14, 4, 14));
        UIManager.put("ComboBox.maximumRowCount", 12);
        UIManager.put("Table.selectionInactiveBackground", new Color(0xDCE6F7));
        UIManager.put("Table.selectionInactiveForeground", INK);
        UIManager.put("ToolTip.border", javax.swing.BorderFactory.createEmptyBorder(4, 8, 4, 8));
    }

    /** A white sheet with round corners. */
    static JPanel card(String columns, String rows) {
        JPanel card = new JPanel(new MigLayout("insets 12 14 12 14, gap 10 7, hidemode 3, fillx", columns, rows));
        style(card, "arc: 16; background: #FFFFFF");
        return card;
    }

    static void style(JComponent component, String style) {
        component.putClientProperty(FlatClientProperties.STYLE, style);
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
        area.setBorder(null);
    }

    /** To write with, on the tone's sheet. */
    static Color color(StateLine.Tone tone) {
        return switch (tone) {
            case QUIET -> SOFT;
            case BUSY -> ACCENT;
            case LIVE -> Color.WHITE;
            case WARNING -> WARNING;
            case BAD -> BAD;
        };
    }

    /** What is live is filled; everything else is tinted at most. */
    static String sheet(StateLine.Tone tone) {
        return switch (tone) {
            case QUIET -> "#FFFFFF";
            case BUSY -> "#E6EEFC";
            case LIVE -> "#C3241D";
            case WARNING -> "#FFF3DC";
            case BAD -> "#FCE8E6";
        };
    }

    private Look() {}
}
