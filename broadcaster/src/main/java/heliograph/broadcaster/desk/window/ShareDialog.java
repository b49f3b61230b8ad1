package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Way;
import heliograph.broadcaster.desk.text.Words;
import java.awt.Dialog;
import java.awt.Frame;
import java.awt.event.KeyEvent;
import java.util.List;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JDialog;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JTextField;
import javax.swing.KeyStroke;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/**
 * The ways in beside the broadcast, and the chosen one large enough for a phone's camera: a window of its own, which can be laid
 * on another screen and holds nothing up. Lives on Swing's event thread.
 */
final class ShareDialog extends JDialog {
    private final JComboBox<String> ways = new JComboBox<>();
    private final JTextField link = new JTextField();
    private final QrCanvas code = new QrCanvas();
    private final JTextArea fingerprint = new JTextArea(2, 1);
    private List<Way> known = List.of();
    private boolean placed;

    ShareDialog(Frame owner, Words words, Clipboard clipboard) {
        super(owner, words.say("share.title"), Dialog.ModalityType.MODELESS);
        setName("share");
        JPanel page =
                new JPanel(new MigLayout("insets 16, fillx, wrap 2, hidemode 3", "[grow, fill][]", "[][][]8[][]"));
        page.setBackground(Look.PAGE);
        JLabel label = new JLabel();
        Caption caption = Caption.of(words.say("share.from"));
        caption.on(label, ways);
        ways.setName("ways");
        ways.setToolTipText(words.say("share.from.tip"));
        ways.getAccessibleContext().setAccessibleName(caption.text());
        ways.addActionListener(event -> choose());
        link.setName("way");
        link.setEditable(false);
        link.setToolTipText(words.say("window.link.tip"));
        link.getAccessibleContext().setAccessibleName(words.say("share.link"));
        CopyButton copy = new CopyButton("way-copy", words, "window.copy", clipboard, link::getText);
        code.getAccessibleContext().setAccessibleName(words.say("share.code"));
        fingerprint.setName("share-fingerprint");
        Look.sentence(fingerprint);
        // It has no words to wrap at.
        fingerprint.setWrapStyleWord(false);
        fingerprint.setForeground(Look.SOFT);
        page.add(label, "span");
        page.add(ways, "span, wmin 380");
        page.add(link, "wmin 240");
        page.add(copy);
        page.add(code, "span, alignx center, growx 0");
        page.add(fingerprint, "span, wmin 0");
        setContentPane(page);
        getRootPane()
                .registerKeyboardAction(
                        event -> setVisible(false),
                        KeyStroke.getKeyStroke(KeyEvent.VK_ESCAPE, 0),
                        JComponent.WHEN_IN_FOCUSED_WINDOW);
    }

    /** What was chosen stays so as long as it is a way. */
    void show(List<Way> now, String proof) {
        if (!fingerprint.getText().equals(proof)) {
            fingerprint.setText(proof);
            fingerprint.getAccessibleContext().setAccessibleName(proof);
        }
        fingerprint.setVisible(!proof.isEmpty());
        if (now.equals(known)) {
            return;
        }
        @Nullable Way before = chosen();
        known = now;
        ways.removeAllItems();
        now.forEach(way -> ways.addItem(way.words()));
        ways.setSelectedIndex(now.isEmpty() ? -1 : Math.max(0, before == null ? 0 : now.indexOf(before)));
    }

    /** In its owner's middle at first, then where it was left. */
    void open() {
        if (!isVisible()) {
            pack();
            if (!placed) {
                placed = true;
                setLocationRelativeTo(getOwner());
            }
        }
        setVisible(true);
        toFront();
        ways.requestFocusInWindow();
    }

    private @Nullable Way chosen() {
        int index = ways.getSelectedIndex();
        return index < 0 || index >= known.size() ? null : known.get(index);
    }

    private void choose() {
        Way way = chosen();
        link.setText(way == null ? "" : way.link());
        link.setCaretPosition(0);
        code.show(way == null ? "" : way.link());
    }
}
