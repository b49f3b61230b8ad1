package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Way;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.desk.window.WindowModel.Choices;
import heliograph.broadcaster.desk.window.WindowModel.Entry;
import java.util.List;
import java.util.function.UnaryOperator;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextField;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** The ways in, and a link by the chosen one, as text and large enough for a phone's camera. Lives on Swing's event thread. */
final class WayPanel extends JPanel {
    private final Picker<Way> ways;
    private final JTextField link = new JTextField();
    private final QrCanvas code = new QrCanvas();
    private List<Way> known = List.of();
    private @Nullable Way chosen;
    private UnaryOperator<String> making = UnaryOperator.identity();

    /** {@code prefix}: what the names of its parts begin with. */
    WayPanel(String prefix, Words words, Clipboard clipboard) {
        super(new MigLayout("insets 0, fillx, wrap 2, hidemode 3", "[grow, fill][]", "[][][]8[]"));
        setOpaque(false);
        ways = new Picker<>(prefix + "ways", this::choose);
        JLabel label = new JLabel();
        Caption caption = Caption.of(words.say("share.from"));
        caption.on(label, ways);
        ways.setToolTipText(words.say("share.from.tip"));
        ways.getAccessibleContext().setAccessibleName(caption.text());
        link.setName(prefix + "way");
        link.setEditable(false);
        link.setToolTipText(words.say("window.link.tip"));
        link.getAccessibleContext().setAccessibleName(words.say("share.link"));
        CopyButton copy = new CopyButton(prefix + "way-copy", words, "window.copy", clipboard, link::getText);
        code.setName(prefix + "qr");
        code.setToolTipText(words.say("share.code"));
        code.getAccessibleContext().setAccessibleName(words.say("share.code"));
        add(label, "span");
        add(ways, "span, wmin 380");
        add(link, "wmin 240");
        add(copy);
        add(code, "span, alignx center, growx 0");
    }

    /** What was chosen stays so as long as it is a way; then it is the likely one. */
    void show(List<Way> now) {
        if (now.equals(known)) {
            return;
        }
        known = now;
        int selected = now.isEmpty() ? -1 : chosen == null ? 0 : Math.max(0, now.indexOf(chosen));
        List<Entry<Way>> entries =
                now.stream().map(way -> new Entry<>(way, way.words(), true)).toList();
        ways.show(new Choices<>(entries, selected));
        choose(selected < 0 ? null : now.get(selected));
    }

    /** Links are made so of the page's address from now on. */
    void make(UnaryOperator<String> now) {
        making = now;
        choose(chosen);
    }

    void takeFocus() {
        ways.requestFocusInWindow();
    }

    private void choose(@Nullable Way way) {
        chosen = way;
        String made = way == null ? "" : making.apply(way.link());
        link.setText(made);
        link.setCaretPosition(0);
        code.show(made);
    }
}
