package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import net.miginfocom.swing.MigLayout;

/** How the window looks. Lives on Swing's event thread. */
final class ThemePanel extends JPanel {
    private static final List<Theme> THEMES = List.of(Theme.values());

    ThemePanel(Words words, ThemePresenter presenter) {
        super(new MigLayout("insets 2 4 2 4", "[]10[]", "[]"));
        setOpaque(false);
        JComboBox<String> themes = new JComboBox<>();
        THEMES.forEach(theme -> themes.addItem(words.say("theme." + theme.name())));
        themes.setSelectedIndex(THEMES.indexOf(presenter.chosen()));
        themes.addActionListener(event -> presenter.choose(THEMES.get(themes.getSelectedIndex())));
        JLabel label = Fields.label(themes, "window.theme", words);
        Look.ink(label, Ink.SOFT);
        Look.style(label, "font: -1");
        Look.style(themes, "font: -1");
        add(label);
        add(themes);
    }
}
