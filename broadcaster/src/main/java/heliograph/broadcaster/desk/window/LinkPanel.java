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
    private final JTextField here = small("here");
    private final JTextField fingerprint = small("fingerprint");
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
        card.add(here, "newline, span, growx, wmin 160, hidemode 3");
        card.add(fingerprint, "newline, span, growx, wmin 160, hidemode 3");
        add(card, "grow");
    }

    void show(WindowModel model) {
        if (!link.getText().equals(model.link())) {
            link.setText(model.link());
        }
        copy.setEnabled(!model.link().isEmpty());
        watching.setText(model.watching());
        show(here, model.here());
        show(fingerprint, model.fingerprint());
    }

    /** Text that can be marked and copied, and looks like a label. */
    private static JTextField small(String name) {
        JTextField field = new JTextField();
        field.setName(name);
        field.setEditable(false);
        field.setBorder(null);
        field.setOpaque(false);
        field.setForeground(Look.SOFT);
        Look.style(field, "font: -1");
        return field;
    }

    private static void show(JTextField field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
            field.setCaretPosition(0);
            field.getAccessibleContext().setAccessibleName(text);
        }
        field.setVisible(!text.isEmpty());
    }
}
