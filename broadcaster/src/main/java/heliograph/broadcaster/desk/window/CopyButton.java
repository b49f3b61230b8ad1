package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.text.Words;
import java.awt.Dimension;
import java.util.function.Supplier;
import javax.swing.JButton;
import javax.swing.Timer;

/** Copies a text and says so for a moment. Lives on Swing's event thread. */
final class CopyButton extends JButton {
    private static final int MOMENT_MS = 1600;

    CopyButton(String name, Words words, String key, Clipboard clipboard, Supplier<String> text) {
        Caption caption = Caption.of(words.say(key));
        caption.on(this);
        Pictogram.COPY.on(this);
        setName(name);
        setToolTipText(words.say(key + ".tip"));
        getAccessibleContext().setAccessibleName(words.say(key + ".tip"));
        Timer back = new Timer(MOMENT_MS, event -> {
            caption.on(this);
            getAccessibleContext().setAccessibleName(words.say(key + ".tip"));
        });
        back.setRepeats(false);
        addActionListener(event -> {
            String outcome = words.say(clipboard.copy(text.get()) ? "window.copied" : "window.copy-failed");
            // The button keeps its width, so that nothing beside it moves.
            Dimension size = getSize();
            setText(outcome);
            // A screen reader says a button's name, whatever stands on it.
            getAccessibleContext().setAccessibleName(outcome);
            setPreferredSize(size);
            back.restart();
        });
    }
}
