package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** What viewers are told of the broadcast; it counts with Enter, or when the field is left. Lives on Swing's event thread. */
final class TitlePanel extends JPanel {
    private final TitlePresenter presenter;
    private final JTextField title = new JTextField();
    private final JTextArea mistake = new JTextArea();

    TitlePanel(Words words, TitlePresenter presenter) {
        super(new MigLayout("insets 0, fill", "[grow]", "[]"));
        this.presenter = presenter;
        setOpaque(false);
        JLabel label = new JLabel();
        Caption caption = Caption.of(words.say("window.about"));
        caption.on(label, title);
        title.setName("title");
        title.setText(presenter.written());
        title.setToolTipText(words.say("window.about.tip"));
        title.getAccessibleContext().setAccessibleName(caption.text());
        title.getAccessibleContext().setAccessibleDescription(words.say("window.about.tip"));
        title.addActionListener(event -> take());
        title.addFocusListener(new FocusAdapter() {
            @Override
            public void focusLost(FocusEvent event) {
                // Who looks something up in another window is not done.
                if (!event.isTemporary()) {
                    take();
                }
            }
        });
        mistake.setName("title-mistake");
        mistake.setText(words.say("window.about.wrong"));
        mistake.getAccessibleContext().setAccessibleName(words.say("window.about.wrong"));
        Look.ink(mistake, Ink.BAD);
        mistake.setVisible(presenter.isMistaken());
        Look.sentence(mistake);
        JPanel card = Look.card("[][grow]14[]", "");
        card.add(label);
        card.add(title, "growx, wmin 100");
        card.add(number(words));
        card.add(mistake, "newline, span, growx, wmin 0");
        add(card, "grow");
    }

    private JCheckBox number(Words words) {
        JCheckBox box = new JCheckBox();
        box.setName("show-viewers");
        Caption.of(words.say("window.about.viewers")).on(box);
        box.setToolTipText(words.say("window.about.viewers.tip"));
        box.getAccessibleContext().setAccessibleDescription(words.say("window.about.viewers.tip"));
        box.setOpaque(false);
        box.setSelected(presenter.announced().tellsViewers());
        box.addActionListener(event -> {
            // It may be pressed before the field hears that it has lost the focus.
            take();
            presenter.tellViewers(box.isSelected());
        });
        return box;
    }

    private void take() {
        mistake.setVisible(!presenter.title(title.getText()));
        revalidate();
    }
}
