package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.Color;
import java.util.List;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** What the user should know: no network, and what else is wrong. Lives on Swing's event thread. */
final class NoticesPanel extends JPanel {
    private final String offline;
    private List<String> shown = List.of();
    private boolean offlineShown;

    NoticesPanel(Words words) {
        super(new MigLayout("insets 0 6 0 6, gap 0 6, fillx, hidemode 3, wrap 1", "[grow]", ""));
        this.offline = words.say("offline") + " · " + words.say("offline.more");
        setOpaque(false);
        setName("notices");
        setVisible(false);
    }

    void show(List<String> notices, boolean isOffline) {
        if (notices.equals(shown) && isOffline == offlineShown) {
            return;
        }
        shown = notices;
        offlineShown = isOffline;
        removeAll();
        if (isOffline) {
            add(line("offline", offline, Look.BAD), "growx, wmin 0");
        }
        for (int i = 0; i < notices.size(); i++) {
            add(line("notice-" + i, notices.get(i), Look.WARNING), "growx, wmin 0");
        }
        setVisible(isOffline || !notices.isEmpty());
        revalidate();
        repaint();
    }

    /** An area rather than a label: it wraps, and its text can be selected and sent to somebody who can help. */
    private static JTextArea line(String name, String text, Color color) {
        JTextArea area = new JTextArea(text);
        area.setName(name);
        area.setEditable(false);
        area.setLineWrap(true);
        area.setWrapStyleWord(true);
        area.setOpaque(false);
        area.setBorder(null);
        area.setForeground(color);
        Look.style(area, "font: bold");
        area.getAccessibleContext().setAccessibleName(text);
        return area;
    }
}
