package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.SwingUtilities;
import net.miginfocom.swing.MigLayout;

/** How the window looks and speaks. Lives on Swing's event thread. */
final class AppearancePanel extends JPanel {
    private final JComboBox<String> languages;

    AppearancePanel(Words words, ThemePresenter theme, LanguagePresenter language) {
        super(new MigLayout("insets 2 4 2 4, wrap 2, gap 10 5", "[][grow]", ""));
        setOpaque(false);
        choice("window.theme", words, List.of(Theme.values()), it -> "theme." + it, theme.chosen(), theme::choose);
        languages = choice(
                "window.language", words, Words.LANGUAGES, it -> "language." + it, language.chosen(), language::choose);
    }

    /** Where another language was chosen, in what is there instead of it. */
    void takeFocusOfLanguage() {
        languages.requestFocusInWindow();
    }

    private <T> JComboBox<String> choice(
            String key, Words words, List<T> all, Function<T, String> said, T chosen, Consumer<T> choose) {
        JComboBox<String> box = new JComboBox<>();
        all.forEach(it -> box.addItem(words.say(said.apply(it))));
        box.setSelectedIndex(all.indexOf(chosen));
        // Later: what is chosen changes, or takes away, the very list that it is chosen in.
        box.addActionListener(
                event -> SwingUtilities.invokeLater(() -> choose.accept(all.get(box.getSelectedIndex()))));
        JLabel label = Fields.label(box, key, words);
        Look.ink(label, Ink.SOFT);
        Look.style(label, "font: -1");
        Look.style(box, "font: -1");
        add(label);
        add(box);
        return box;
    }
}
