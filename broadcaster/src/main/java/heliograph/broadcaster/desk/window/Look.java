package heliograph.broadcaster.desk.window;

import com.formdev.flatlaf.FlatClientProperties;
import com.formdev.flatlaf.FlatLightLaf;
import heliograph.broadcaster.desk.station.StateLine;
import java.awt.Color;
import java.util.Map;
import javax.swing.JComponent;
import javax.swing.JPanel;
import javax.swing.UIManager;
import net.miginfocom.swing.MigLayout;

/** The window's colours and manners. Lives on Swing's event thread. */
final class Look {
    static final Color PAGE = new Color(0xF3F4F6);
    static final Color INK = new Color(0x1F2933);
    static final Color SOFT = new Color(0x5B6672);
    static final Color ACCENT = new Color(0x1D5FD1);
    static final Color GOOD = new Color(0x14803C);
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
        UIManager.put("ToolTip.border", javax.swing.BorderFactory.createEmptyBorder(4, 8, 4, 8));
    }

    /** A white sheet with round corners. */
    static JPanel card(String columns, String rows) {
        JPanel card = new JPanel(new MigLayout("insets 16 18 16 18, gap 12 8, hidemode 3, fillx", columns, rows));
        style(card, "arc: 16; background: #FFFFFF");
        return card;
    }

    static void style(JComponent component, String style) {
        component.putClientProperty(FlatClientProperties.STYLE, style);
    }

    static Color color(StateLine.Tone tone) {
        return switch (tone) {
            case QUIET -> SOFT;
            case BUSY -> ACCENT;
            case GOOD -> GOOD;
            case WARNING -> WARNING;
            case BAD -> BAD;
        };
    }

    private Look() {}
}
