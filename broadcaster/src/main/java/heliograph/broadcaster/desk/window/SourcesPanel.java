package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JPanel;
import javax.swing.JTextArea;
import net.miginfocom.swing.MigLayout;

/** Where picture and sound come from. Lives on Swing's event thread. */
final class SourcesPanel extends JPanel {
    private final Words words;
    private final Picker<Source> camera;
    private final Picker<Camera.Mode> mode;
    private final Picker<Source> microphone;
    private final JTextArea sending = new JTextArea();

    SourcesPanel(Words words, Presenter presenter) {
        super(new MigLayout("insets 0, fill", "[grow]", "[]"));
        this.words = words;
        setOpaque(false);
        camera = new Picker<>("camera", presenter::camera);
        mode = new Picker<>("mode", presenter::mode);
        microphone = new Picker<>("microphone", presenter::microphone);
        JPanel card = Look.card("[]14[grow]", "");
        row(card, "window.camera", camera);
        row(card, "window.mode", mode);
        row(card, "window.microphone", microphone);
        JLabel caption = new JLabel(words.say("window.sending"));
        Look.ink(caption, Ink.SOFT);
        sending.setName("sending");
        Look.ink(sending, Ink.SOFT);
        Look.sentence(sending);
        card.add(caption, "aligny top");
        card.add(sending, "growx, wmin 0");
        add(card, "grow");
    }

    void show(WindowModel model) {
        camera.show(model.cameras());
        mode.show(model.modes());
        microphone.show(model.microphones());
        if (!sending.getText().equals(model.sending())) {
            sending.setText(model.sending());
            sending.getAccessibleContext().setAccessibleName(model.sending());
        }
    }

    private void row(JPanel card, String key, JComponent picker) {
        JLabel label = new JLabel();
        Caption caption = Caption.of(words.say(key));
        caption.on(label, picker);
        picker.setToolTipText(words.say(key + ".tip"));
        picker.getAccessibleContext().setAccessibleName(caption.text());
        picker.getAccessibleContext().setAccessibleDescription(words.say(key + ".tip"));
        card.add(label);
        card.add(picker, "growx, wmin 120, wrap");
    }
}
