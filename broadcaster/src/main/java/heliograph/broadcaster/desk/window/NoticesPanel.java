package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** What the user should know: no network, and what else is wrong. Lives on Swing's event thread. */
final class NoticesPanel extends JPanel {
    private final String offline;
    private List<String> shown = List.of();
    private boolean offlineShown;

    NoticesPanel(Words words) {
        super(new MigLayout("insets 0, gap 0 6, fillx, hidemode 3, wrap 1", "[grow]", ""));
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
            add(line("offline", offline, Ink.BAD, Ink.BAD_SHEET), "growx, wmin 0");
        }
        for (int i = 0; i < notices.size(); i++) {
            add(line("notice-" + i, notices.get(i), Ink.WARNING, Ink.WARNING_SHEET), "growx, wmin 0");
        }
        setVisible(isOffline || !notices.isEmpty());
        revalidate();
        repaint();
    }

    /** An area rather than a label: it wraps. */
    private static JPanel line(String name, String text, Ink ink, Ink background) {
        JTextArea area = new JTextArea(text);
        area.setName(name);
        Look.sentence(area);
        Look.ink(area, ink);
        area.getAccessibleContext().setAccessibleName(text);
        JPanel sheet = new Alert(text);
        Look.sheet(sheet, 12, background);
        sheet.add(area, "growx, wmin 0");
        return sheet;
    }

    /** A sheet that screen readers say when it comes. */
    private static final class Alert extends JPanel {
        Alert(String text) {
            super(new MigLayout("insets 8 14 8 14, fillx", "[grow]", ""));
            getAccessibleContext().setAccessibleName(text);
        }

        @Override
        public AccessibleContext getAccessibleContext() {
            if (accessibleContext == null) {
                accessibleContext = new AccessibleJPanel() {
                    @Override
                    public AccessibleRole getAccessibleRole() {
                        return AccessibleRole.ALERT;
                    }
                };
            }
            return accessibleContext;
        }
    }
}
