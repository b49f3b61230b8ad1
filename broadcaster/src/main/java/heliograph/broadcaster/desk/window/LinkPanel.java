package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import javax.swing.JButton;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;

/** The link that viewers open. Lives on Swing's event thread. */
final class LinkPanel extends JPanel {
    private final JTextField link = new JTextField();
    private final CopyButton copy;
    private final JButton more = new JButton();
    private final JTextArea here = small("here", 1);
    private final JTextArea fingerprint = small("fingerprint", 2);

    /** {@code share}: shows the other ways in. */
    LinkPanel(Words words, Clipboard clipboard, Runnable share) {
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
        Look.caption(more, "window.share", words);
        Pictogram.SHARE.on(more);
        more.addActionListener(event -> share.run());
        JPanel card = Look.card("[grow][][]", "");
        card.add(label, "span, wrap");
        card.add(link, "growx, wmin 160");
        card.add(copy, "growy");
        card.add(more, "growy");
        card.add(here, "newline, span, growx, wmin 0, hidemode 3");
        card.add(fingerprint, "newline, span, growx, wmin 0, hidemode 3");
        add(card, "grow");
    }

    void show(WindowModel model) {
        if (!link.getText().equals(model.link())) {
            link.setText(model.link());
        }
        copy.setEnabled(!model.link().isEmpty());
        more.setEnabled(!model.link().isEmpty());
        show(here, model.here());
        show(fingerprint, model.fingerprint());
    }

    /** Text that can be marked and copied and looks like a label; one that is too long goes on in the next line. */
    private static JTextArea small(String name, int rows) {
        JTextArea area = new JTextArea(rows, 1);
        area.setName(name);
        Look.sentence(area);
        // A fingerprint has no words to wrap at.
        area.setWrapStyleWord(false);
        Look.ink(area, Ink.SOFT);
        Look.style(area, "font: -1");
        return area;
    }

    private static void show(JTextArea field, String text) {
        if (!field.getText().equals(text)) {
            field.setText(text);
            field.setCaretPosition(0);
            field.getAccessibleContext().setAccessibleName(text);
        }
        field.setVisible(!text.isEmpty());
    }
}
