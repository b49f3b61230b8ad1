package heliograph.broadcaster.desk.window;

import java.awt.event.ActionEvent;
import javax.swing.AbstractAction;
import javax.swing.JComponent;
import javax.swing.KeyStroke;

/** What keys do. Lives on Swing's event thread. */
final class Keys {
    /** While the focus is in this part of the window, the key does that. */
    static void within(JComponent part, String stroke, Runnable deed) {
        part.getInputMap(JComponent.WHEN_ANCESTOR_OF_FOCUSED_COMPONENT).put(KeyStroke.getKeyStroke(stroke), stroke);
        part.getActionMap().put(stroke, new AbstractAction() {
            @Override
            public void actionPerformed(ActionEvent event) {
                deed.run();
            }
        });
    }

    private Keys() {}
}
