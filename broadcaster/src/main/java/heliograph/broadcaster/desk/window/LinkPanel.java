package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The link that viewers open, and how many did. Lives on Swing's event thread. */
final class LinkPanel extends JPanel {
    private final JTextField link = new JTextField();
    private final CopyButton copy;
    private final JLabel watching = new JLabel();

    LinkPanel(Words words, Clipboard clipboard) {
        super(new MigLayout("insets 0, fill", "[grow]", "[]"));
        setOpaque(false);
        copy = new CopyButton("copy", words, "window.copy", clipboard, link::getText);
        JLabel label = new JLabel();
        Caption caption = Caption.of(words.say("window.link"));
        caption.on(label, link);
        link.setName("link");
        link.setEditable(false);
        link.setToolTipText(words.say("window.link.tip"));
        link.getAccessibleContext().setAccessibleName(caption.text());
        Look.style(link, "font: +2");
        watching.setName("watching");
        watching.setForeground(Look.SOFT);
        JPanel card = Look.card("[grow][]", "");
        card.add(label, "split 2, span, growx, pushx");
        card.add(watching, "gapleft push, wrap");
        card.add(link, "growx, wmin 160");
        card.add(copy, "growy");
        add(card, "grow");
    }

    void show(WindowModel model) {
        if (!link.getText().equals(model.link())) {
            link.setText(model.link());
        }
        copy.setEnabled(!model.link().isEmpty());
        watching.setText(model.watching());
    }
}
