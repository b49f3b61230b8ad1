package heliograph.broadcaster.desk.window;

import java.awt.event.KeyEvent;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;

/**
 * A text in which an ampersand stands before the letter that goes with Alt. Immutable.
 *
 * @param index the letter's place, -1 where there is none
 */
record Caption(String text, int index) {

    static Caption of(String marked) {
        int index = marked.indexOf('&');
        return index < 0
                ? new Caption(marked, -1)
                : new Caption(marked.substring(0, index) + marked.substring(index + 1), index);
    }

    void on(AbstractButton button) {
        button.setText(text);
        button.setMnemonic(keyCode());
        button.setDisplayedMnemonicIndex(index);
    }

    void on(JLabel label, JComponent target) {
        label.setText(text);
        label.setLabelFor(target);
        label.setDisplayedMnemonic(keyCode());
        label.setDisplayedMnemonicIndex(index);
    }

    void on(JTabbedPane tabs, int tab) {
        tabs.setTitleAt(tab, text);
        tabs.setMnemonicAt(tab, keyCode());
        tabs.setDisplayedMnemonicIndexAt(tab, index);
    }

    private int keyCode() {
        return index < 0 ? KeyEvent.VK_UNDEFINED : KeyEvent.getExtendedKeyCodeForChar(text.charAt(index));
    }
}
