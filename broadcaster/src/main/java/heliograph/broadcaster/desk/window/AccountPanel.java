package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.text.Words;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The account that the first start made: shown until it is noted, and never again. Lives on Swing's event thread. */
final class AccountPanel extends JPanel {
    private final Words words;
    private final JTextField user = new JTextField();
    private final JTextField password = new JTextField();

    AccountPanel(Words words, Clipboard clipboard, Runnable noted) {
        super(new MigLayout("insets 0, fill", "[grow]", "[]"));
        this.words = words;
        setOpaque(false);
        setName("account");
        JPanel card = Look.card("[][grow][][grow]", "");
        Look.sheet(card, 16, Ink.NOTE_SHEET);
        JLabel title = new JLabel(words.say("window.account"));
        Look.style(title, "font: bold");
        JLabel once = new JLabel(words.say("window.account.once"));
        Look.ink(once, Ink.SOFT);
        CopyButton copy = new CopyButton(
                "account-copy",
                words,
                "window.account.copy",
                clipboard,
                () -> user.getText() + System.lineSeparator() + password.getText());
        JButton done = new JButton();
        Caption.of(words.say("window.account.done")).on(done);
        done.setName("account-done");
        done.setToolTipText(words.say("window.account.done.tip"));
        done.addActionListener(event -> noted.run());
        card.add(title, "span, wrap");
        field(card, "window.account.user", user, "account-user");
        field(card, "window.account.password", password, "account-password");
        card.add(once, "newline, span, split 3, growx, pushx");
        card.add(copy, "gapleft push");
        card.add(done);
        add(card, "grow");
        setVisible(false);
    }

    void show(Optional<Room.FirstAccount> account) {
        set(user, account.map(Room.FirstAccount::user).orElse(""));
        set(password, account.map(Room.FirstAccount::password).orElse(""));
        setVisible(account.isPresent());
    }

    /** The same text again would take the selection of whoever is about to copy it. */
    private static void set(JTextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
        }
    }

    private void field(JPanel card, String key, JTextField field, String name) {
        JLabel label = new JLabel(words.say(key));
        label.setLabelFor(field);
        field.setName(name);
        field.setEditable(false);
        field.getAccessibleContext().setAccessibleName(label.getText());
        card.add(label);
        card.add(field, "growx, wmin 120");
    }
}
