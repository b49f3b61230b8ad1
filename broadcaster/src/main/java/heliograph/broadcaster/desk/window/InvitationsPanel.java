package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Way;
import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JScrollPane;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** Invitations: a form for a new one, and the list; in their place the new one's link until it is noted. Lives on Swing's event thread. */
final class InvitationsPanel extends JPanel {
    private final Words words;
    private final InvitationsPresenter presenter;
    private final JTextField name = new JTextField();
    private final JTextField uses = new JTextField("1");
    private final JTextField time = new JTextField("1");
    private final JComboBox<String> unit = new JComboBox<>();
    private final JButton create = new JButton();
    private final JTextArea mistake = Fields.saying("invitations-mistake", Ink.BAD);
    private final InvitationsTable table;
    private final JLabel none;
    private final JScrollPane scroll;
    private final JButton revoke = new JButton();
    private final QuestionPanel question;
    private final JPanel list = new JPanel(new MigLayout("insets 0, fill, wrap 1, hidemode 3", "[grow, fill]", ""));
    private final NewInvitationPanel fresh;

    InvitationsPanel(Words words, Clipboard clipboard, InvitationsPresenter presenter) {
        super(new MigLayout("insets 12 0 0 0, fill, wrap 1, hidemode 3", "[grow, fill]", ""));
        this.words = words;
        this.presenter = presenter;
        table = new InvitationsTable(words);
        none = new JLabel(words.say("invitations.none"));
        scroll = new JScrollPane(table);
        question = new QuestionPanel(
                "invitations",
                words,
                "invitations.revoke.yes",
                "invitations.revoke.no",
                presenter::revoke,
                table::requestFocusInWindow);
        fresh = new NewInvitationPanel(words, clipboard, presenter::noted);
        setOpaque(false);
        name.setText(words.say("invitations.guest"));
        InvitationsPresenter.UNITS.forEach(
                it -> unit.addItem(words.say("invitations.unit." + it.name().toLowerCase(Locale.ROOT))));
        unit.setSelectedIndex(InvitationsPresenter.UNITS.size() - 1);
        list.setOpaque(false);
        list.add(form(), "hmin pref");
        list.add(mistake, "wmin 0, hmin pref");
        list.add(known(), "grow, push, wmin 0, hmin 140");
        add(list, "grow, push, wmin 0");
        add(fresh, "grow, wmin 0");
        Keys.within(table, "DELETE", this::ask);
        Keys.within(question, "ESCAPE", question::settle);
        presenter.view(this::show);
    }

    /** By these ways whoever is invited can come. */
    void show(List<Way> ways) {
        fresh.show(ways);
    }

    void look() {
        presenter.look();
    }

    private JPanel form() {
        JPanel card = Look.card("[][44!]14[][44!][][grow]", "");
        card.add(Fields.label(name, "invitations.name", words));
        card.add(name, "span, growx, wrap");
        card.add(Fields.label(uses, "invitations.uses", words));
        card.add(uses, "growx");
        card.add(Fields.label(time, "invitations.time", words));
        card.add(time, "growx");
        unit.setName("invitations-unit");
        unit.setToolTipText(words.say("invitations.time.tip"));
        unit.getAccessibleContext().setAccessibleName(words.say("invitations.unit"));
        card.add(unit);
        Look.caption(create, "invitations.create", words);
        create.addActionListener(event -> invite());
        List.of(name, uses, time).forEach(field -> field.addActionListener(event -> invite()));
        card.add(create, "alignx right, growx 0");
        return card;
    }

    private JPanel known() {
        JPanel card = Look.card("[grow, fill][]", "[30!, center][grow, fill][]");
        JLabel label = new JLabel();
        Caption.of(words.say("invitations")).on(label, table);
        Look.caption(revoke, "invitations.revoke", words);
        revoke.addActionListener(event -> ask());
        table.getSelectionModel().addListSelectionListener(event -> choose());
        none.setName("invitations-none");
        Look.ink(none, Ink.SOFT);
        card.add(label);
        card.add(revoke, "wrap");
        card.add(scroll, "span, grow, push, wmin 0, hmin 0, wrap");
        card.add(none, "span, wrap");
        card.add(question, "span, growx, wmin 0");
        return card;
    }

    private void invite() {
        presenter.invite(
                name.getText(),
                uses.getText(),
                time.getText(),
                InvitationsPresenter.UNITS.get(unit.getSelectedIndex()));
    }

    private void ask() {
        revocable().ifPresent(line -> question.ask(line.id(), words.say("invitations.revoke.question", line.name())));
    }

    private Optional<InvitationsModel.Line> revocable() {
        return table.selected().filter(InvitationsModel.Line::revocable);
    }

    private void choose() {
        revoke.setEnabled(revocable().isPresent());
    }

    private void show(InvitationsModel model) {
        table.show(model.lines());
        choose();
        scroll.setVisible(!model.lines().isEmpty());
        none.setVisible(model.lines().isEmpty());
        question.present(model.lines().stream()
                .filter(InvitationsModel.Line::revocable)
                .map(InvitationsModel.Line::id)
                .collect(Collectors.toSet()));
        Fields.say(mistake, model.mistake());
        create.setEnabled(!model.busy());
        boolean shows = fresh.isVisible();
        fresh.show(model.made());
        list.setVisible(model.made().isEmpty());
        if (shows && model.made().isEmpty()) {
            create.requestFocusInWindow();
        }
        revalidate();
    }
}
