package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import javax.swing.JToggleButton;
import net.miginfocom.swing.MigLayout;

/** Where picture and sound come from, and how good they are to be; the exact figures unfold. Lives on Swing's event thread. */
final class SourcesPanel extends JPanel {
    private final transient Words words;
    private final JPanel card = Look.card("[]14[grow][]", "");
    private final Picker<Source> camera;
    private final Picker<Figures> quality;
    private final Picker<Camera.Mode> mode;
    private final Picker<Integer> bitrate;
    private final Picker<Source> microphone;
    private final JToggleButton exact = new JToggleButton();
    private final List<JComponent> figures;
    private final JTextArea sending = new JTextArea();

    SourcesPanel(Words words, Presenter presenter) {
        super(new MigLayout("insets 0, fill", "[grow]", "[]"));
        this.words = words;
        setOpaque(false);
        camera = new Picker<>("camera", presenter::camera);
        quality = new Picker<>("quality", presenter::figures);
        mode = new Picker<>("mode", presenter::mode);
        bitrate = new Picker<>("bitrate", presenter::bitrate);
        microphone = new Picker<>("microphone", presenter::microphone);
        row("window.camera", camera, "span, wrap");
        row("window.quality", quality, "");
        Look.caption(exact, "window.exact", words);
        Look.style(exact, "font: -1; margin: 3,6,3,6");
        card.add(exact, "wrap");
        figures = List.of(
                row("window.mode", mode, "span, wrap"), mode, row("window.bitrate", bitrate, "span, wrap"), bitrate);
        exact.addActionListener(event -> unfold());
        unfold();
        row("window.microphone", microphone, "span, wrap");
        sending.setName("sending");
        Look.ink(sending, Ink.SOFT);
        Look.style(sending, "font: -1");
        Look.sentence(sending);
        card.add(sending, "growx, wmin 0, span");
        add(card, "grow");
    }

    void show(WindowModel model) {
        camera.show(model.cameras());
        quality.show(model.qualities());
        mode.show(model.modes());
        bitrate.show(model.bitrates());
        microphone.show(model.microphones());
        if (!sending.getText().equals(model.sending())) {
            sending.setText(model.sending());
            sending.getAccessibleContext().setAccessibleName(model.sending());
        }
    }

    /** Unfolded where another was, whose place it has taken. */
    void goOnFrom(SourcesPanel before) {
        exact.setSelected(before.exact.isSelected());
        unfold();
    }

    private void unfold() {
        figures.forEach(it -> it.setVisible(exact.isSelected()));
    }

    private JLabel row(String key, JComponent picker, String rest) {
        JLabel label = new JLabel();
        Caption caption = Caption.of(words.say(key));
        caption.on(label, picker);
        picker.setToolTipText(words.say(key + ".tip"));
        picker.getAccessibleContext().setAccessibleName(caption.text());
        picker.getAccessibleContext().setAccessibleDescription(words.say(key + ".tip"));
        card.add(label);
        card.add(picker, "growx, wmin 80" + (rest.isEmpty() ? "" : ", " + rest));
        return label;
    }
}
