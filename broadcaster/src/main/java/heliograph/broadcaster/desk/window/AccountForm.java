package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JPasswordField;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** A form for a password typed twice, and for a new account its name. Its passwords are gone with each answer. Lives on Swing's event thread. */
final class AccountForm extends JPanel {
    private final AccountsPresenter presenter;
    private final JLabel title = new JLabel();
    private final JTextField name = new JTextField();
    private final JPasswordField password = new JPasswordField();
    private final JPasswordField again = new JPasswordField();
    private final JButton save = new JButton();
    private final JButton cancel = new JButton();
    private final JLabel nameLabel;
    private Optional<AccountsModel.Form> shown = Optional.empty();

    AccountForm(Words words, AccountsPresenter presenter) {
        super(new MigLayout("insets 0, fill", "[grow, fill]", "[]"));
        this.presenter = presenter;
        setOpaque(false);
        setName("account-form");
        setVisible(false);
        title.setName("account-form-title");
        Look.style(title, "font: bold");
        nameLabel = Fields.label(name, "accounts.form.name", words);
        JPanel card = Look.card("[][grow, fill]", "");
        card.add(title, "span, wrap");
        card.add(nameLabel);
        card.add(name, "wrap");
        card.add(Fields.label(password, "accounts.form.secret", words));
        card.add(password, "wrap");
        card.add(Fields.label(again, "accounts.form.again", words));
        card.add(again, "wrap");
        Look.caption(save, "accounts.form.save", words);
        Look.caption(cancel, "accounts.form.cancel", words);
        save.addActionListener(event -> save());
        cancel.addActionListener(event -> presenter.cancel());
        List.of(name, password, again).forEach(field -> field.addActionListener(event -> save()));
        card.add(save, "span, split 2, alignx right, growx 0");
        card.add(cancel, "growx 0");
        add(card);
    }

    void show(Optional<AccountsModel.Form> now, boolean busy) {
        save.setEnabled(!busy);
        cancel.setEnabled(!busy);
        if (now.equals(shown)) {
            return;
        }
        shown = now;
        forget();
        name.setText("");
        boolean adding = now.isPresent() && now.get().name().isEmpty();
        name.setVisible(adding);
        nameLabel.setVisible(adding);
        title.setText(now.map(AccountsModel.Form::title).orElse(""));
        setVisible(now.isPresent());
        if (now.isPresent()) {
            (adding ? name : password).requestFocusInWindow();
        }
    }

    private void save() {
        char[] first = password.getPassword();
        char[] second = again.getPassword();
        forget();
        password.requestFocusInWindow();
        presenter.save(name.getText(), first, second);
    }

    private void forget() {
        password.setText("");
        again.setText("");
    }
}
