package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.Frame;
import java.awt.Window;
import java.awt.event.HierarchyEvent;
import java.awt.event.WindowAdapter;
import java.awt.event.WindowEvent;
import javax.swing.JCheckBox;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.SwingUtilities;
import javax.swing.Timer;
import net.miginfocom.swing.MigLayout;
import org.jspecify.annotations.Nullable;

/** What comes in: the picture, the level, and a hint where no sound arrives. Lives on Swing's event thread. */
final class MonitorPanel extends JPanel {
    private static final int TURN_MILLIS = 100;

    private final Words words;
    private final MonitorPresenter presenter;
    private final PreviewCanvas canvas;
    private final LevelBar bar;
    private final JTextArea hint = new JTextArea();
    private final Timer turns = new Timer(TURN_MILLIS, event -> turn());
    private final WindowAdapter icon = new WindowAdapter() {
        @Override
        public void windowIconified(WindowEvent event) {
            seen();
        }

        @Override
        public void windowDeiconified(WindowEvent event) {
            seen();
        }
    };
    private @Nullable Window window;

    MonitorPanel(Words words, MonitorPresenter presenter) {
        super(new MigLayout("insets 0, fill", "[grow]", "[]"));
        this.words = words;
        this.presenter = presenter;
        setOpaque(false);
        canvas = new PreviewCanvas(words.say("window.preview.picture"));
        bar = new LevelBar(words.say("window.level"));
        JLabel caption = new JLabel(words.say("window.level"));
        Look.ink(caption, Ink.SOFT);
        caption.setLabelFor(bar);
        hint();
        JPanel card = Look.card("[grow][]", "");
        card.add(canvas, "span, growx, wmin 0, wrap");
        card.add(bar, "span, growx, wmin 0, wrap");
        card.add(caption);
        card.add(preview(), "wrap");
        card.add(hint, "span, growx, wmin 0");
        add(card, "grow");
        addHierarchyListener(event -> {
            if ((event.getChangeFlags() & HierarchyEvent.SHOWING_CHANGED) != 0) {
                seen();
            }
        });
        turn();
    }

    @Override
    public void addNotify() {
        super.addNotify();
        window = SwingUtilities.getWindowAncestor(this);
        if (window != null) {
            window.addWindowListener(icon);
        }
    }

    @Override
    public void removeNotify() {
        if (window != null) {
            window.removeWindowListener(icon);
            window = null;
        }
        super.removeNotify();
    }

    private JCheckBox preview() {
        JCheckBox box = new JCheckBox();
        box.setName("preview");
        Caption.of(words.say("window.preview")).on(box);
        box.setToolTipText(words.say("window.preview.tip"));
        box.getAccessibleContext().setAccessibleDescription(words.say("window.preview.tip"));
        box.setOpaque(false);
        box.setSelected(presenter.isOn());
        box.addActionListener(event -> {
            presenter.preview(box.isSelected(), System.nanoTime());
            turn();
        });
        return box;
    }

    /** An area rather than a label: it wraps, and the keyboard reaches it. */
    private void hint() {
        hint.setName("no-sound");
        hint.setText(words.say("window.level.silent"));
        hint.getAccessibleContext().setAccessibleName(words.say("window.level.silent"));
        Look.sentence(hint);
        Look.ink(hint, Ink.WARNING);
        hint.setVisible(false);
    }

    private void seen() {
        boolean iconified = window instanceof Frame frame && (frame.getExtendedState() & Frame.ICONIFIED) != 0;
        boolean seen = isShowing() && !iconified;
        presenter.seen(seen, System.nanoTime());
        if (seen) {
            turns.start();
        } else {
            turns.stop();
        }
    }

    private void turn() {
        MonitorPresenter.View view = presenter.at(System.nanoTime());
        canvas.show(
                view.picture(),
                switch (view.scene()) {
                    case OFF -> words.say("window.preview.off");
                    case NO_CAMERA -> words.say("window.preview.no-camera");
                    case WAITING -> words.say("window.preview.waiting");
                    case PICTURE -> "";
                });
        bar.show(view.sound());
        bar.setEnabled(view.hearing());
        hint.setVisible(view.hearing() && view.sound().silent());
    }
}
