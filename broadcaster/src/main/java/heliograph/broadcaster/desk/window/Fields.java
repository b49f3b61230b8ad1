package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;

/** Fields of a form with what belongs to each. Lives on Swing's event thread. */
final class Fields {
    /** The label of a field, which gets its name, tip and accessible name from the key. */
    static JLabel label(JComponent field, String key, Words words) {
        JLabel label = new JLabel();
        Caption caption = Caption.of(words.say(key));
        caption.on(label, field);
        field.setName(key.replace('.', '-'));
        field.setToolTipText(words.say(key + ".tip"));
        field.getAccessibleContext().setAccessibleName(caption.text());
        return label;
    }

    /** A sentence that is only there while there is something to say. */
    static JTextArea saying(String name, Ink ink) {
        JTextArea area = new JTextArea();
        area.setName(name);
        Look.sentence(area);
        Look.ink(area, ink);
        area.setVisible(false);
        return area;
    }

    /** Says this; nothing, if it is empty. */
    static void say(JTextArea area, String sentence) {
        if (!area.getText().equals(sentence)) {
            area.setText(sentence);
            area.getAccessibleContext().setAccessibleName(sentence);
        }
        area.setVisible(!sentence.isEmpty());
    }

    private Fields() {}
}
