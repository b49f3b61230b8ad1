package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Way;
import heliograph.broadcaster.desk.text.Words;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import javax.swing.JButton;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** The link of an invitation that was just made: shown until it is noted, and never again. Lives on Swing's event thread. */
final class NewInvitationPanel extends JPanel {
    private final JTextArea sentence = Fields.saying("invitation-made", Ink.INK);
    private final WayPanel way;
    private Optional<InvitationsModel.Made> made = Optional.empty();

    NewInvitationPanel(Words words, Clipboard clipboard, Runnable noted) {
        super(new MigLayout("insets 0, fillx, wrap 1, hidemode 3", "[grow, fill]", "[]8[]8[]"));
        setOpaque(false);
        setName("invitation");
        setVisible(false);
        way = new WayPanel("invitation-", words, clipboard);
        JButton done = new JButton();
        Look.caption(done, "invitations.noted", words);
        done.addActionListener(event -> noted.run());
        add(sentence, "wmin 0");
        add(way);
        add(done, "alignx right, growx 0");
    }

    void show(List<Way> ways) {
        way.show(ways);
    }

    void show(Optional<InvitationsModel.Made> now) {
        if (now.equals(made)) {
            return;
        }
        made = now;
        Fields.say(sentence, now.map(InvitationsModel.Made::sentence).orElse(""));
        way.make(now.map(InvitationsModel.Made::link).orElse(UnaryOperator.identity()));
        setVisible(now.isPresent());
        if (now.isPresent()) {
            way.takeFocus();
        }
    }
}
