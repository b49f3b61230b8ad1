package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import javax.swing.DefaultListModel;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.ListSelectionModel;
import net.miginfocom.swing.MigLayout;

/** The accounts: their list, and a form for a new one or another password. Lives on Swing's event thread. */
final class AccountsPanel extends JPanel {
    private final Words words;
    private final AccountsPresenter presenter;
    private final DefaultListModel<String> names = new DefaultListModel<>();
    private final JList<String> list = new JList<>(names);
    private final JButton add = new JButton();
    private final JButton change = new JButton();
    private final JButton remove = new JButton();
    private final JTextArea note = Fields.saying("accounts-note", Ink.WARNING);
    private final JTextArea mistake = Fields.saying("accounts-mistake", Ink.BAD);
    private final JTextArea done = Fields.saying("accounts-done", Ink.GOOD);
    private final QuestionPanel question;
    private final AccountForm form;
    private List<String> shown = List.of();
    private boolean free = true;

    AccountsPanel(Words words, AccountsPresenter presenter) {
        super(new MigLayout("insets 12 0 0 0, fill, wrap 1, hidemode 3", "[grow, fill]", ""));
        this.words = words;
        this.presenter = presenter;
        setOpaque(false);
        question = new QuestionPanel(
                "accounts",
                words,
                "accounts.remove.yes",
                "accounts.remove.no",
                presenter::remove,
                list::requestFocusInWindow);
        form = new AccountForm(words, presenter);
        list.setName("accounts-list");
        list.setSelectionMode(ListSelectionModel.SINGLE_SELECTION);
        list.setToolTipText(words.say("accounts.tip"));
        list.addListSelectionListener(event -> choose());
        Look.style(list, "cellMargins: 4,8,4,8");
        JLabel label = new JLabel();
        Caption caption = Caption.of(words.say("accounts"));
        caption.on(label, list);
        list.getAccessibleContext().setAccessibleName(caption.text());
        button(add, "accounts.add", name -> presenter.add(), false);
        button(change, "accounts.password", presenter::change, true);
        button(remove, "accounts.remove", this::ask, true);
        JPanel card = Look.card("[grow, fill]", "[][grow, fill][][]");
        card.add(label, "wrap");
        card.add(new JScrollPane(list), "grow, push, wmin 0, hmin 120, wrap");
        JPanel buttons = new JPanel(new MigLayout("insets 0"));
        buttons.setOpaque(false);
        buttons.add(add);
        buttons.add(change);
        buttons.add(remove);
        card.add(buttons, "wrap");
        card.add(question, "growx, wmin 0");
        add(note, "wmin 0, hmin pref");
        add(card, "grow, push, wmin 0");
        add(form, "wmin 0, hmin pref");
        add(mistake, "wmin 0, hmin pref");
        add(done, "wmin 0, hmin pref");
        Keys.within(list, "DELETE", () -> remove.doClick());
        Keys.within(question, "ESCAPE", question::settle);
        Keys.within(form, "ESCAPE", presenter::cancel);
        presenter.view(this::show);
    }

    void look() {
        presenter.look();
    }

    /** Nobody looks at it any more: what was typed is not kept for whoever looks next. */
    void leave() {
        presenter.cancel();
    }

    private void button(JButton button, String key, Consumer<String> deed, boolean ofOne) {
        Look.caption(button, key, words);
        button.addActionListener(event -> {
            String chosen = list.getSelectedValue();
            if (chosen != null || !ofOne) {
                question.settle();
                deed.accept(chosen == null ? "" : chosen);
            }
        });
    }

    private void ask(String name) {
        question.ask(name, words.say("accounts.remove.question", name));
    }

    private void choose() {
        boolean one = !list.isSelectionEmpty();
        add.setEnabled(free);
        change.setEnabled(free && one);
        remove.setEnabled(free && one);
    }

    private void show(AccountsModel model) {
        if (!model.names().equals(shown)) {
            String chosen = list.getSelectedValue();
            shown = model.names();
            names.clear();
            names.addAll(shown);
            list.setSelectedValue(chosen, true);
            question.present(Set.copyOf(shown));
        }
        free = model.form().isEmpty() && !model.busy();
        choose();
        boolean filling = form.isVisible();
        form.show(model.form(), model.busy());
        Fields.say(note, model.note());
        Fields.say(mistake, model.mistake());
        Fields.say(done, model.done());
        if (filling && model.form().isEmpty()) {
            list.requestFocusInWindow();
        }
        revalidate();
    }
}
