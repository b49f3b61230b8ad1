package heliograph.broadcaster.desk.window;

import java.awt.Component;
import java.awt.Container;
import java.util.function.Consumer;
import javax.swing.AbstractButton;
import javax.swing.JComboBox;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JList;
import javax.swing.JTable;
import javax.swing.text.JTextComponent;

/** What can be used of a window. Lives on Swing's event thread. */
final class Controls {
    /** Each that is seen and has a name: the arrows of scroll bars and the like have none. Text that can only be read needs no tip. */
    static void each(Container window, Consumer<JComponent> look) {
        for (Component part : window.getComponents()) {
            if (part instanceof JComponent control
                    && control.isShowing()
                    && control.getName() != null
                    && (control instanceof AbstractButton
                            || control instanceof JComboBox
                            || control instanceof JTable
                            || control instanceof JList
                            || (control instanceof JTextComponent text && text.isEditable()))) {
                look.accept(control);
            } else if (part instanceof Container inside) {
                each(inside, look);
            }
        }
    }

    /** What is written on what is seen, also over the columns of tables. */
    static void texts(Container window, Consumer<String> look) {
        for (Component part : window.getComponents()) {
            if (!part.isShowing()) {
                continue;
            }
            if (part instanceof JLabel label && label.getText() != null) {
                look.accept(label.getText());
            } else if (part instanceof AbstractButton button && button.getText() != null) {
                look.accept(button.getText());
            } else if (part instanceof JTable table) {
                for (int column = 0; column < table.getColumnCount(); column++) {
                    look.accept(table.getColumnName(column));
                }
            }
            if (part instanceof Container inside) {
                texts(inside, look);
            }
        }
    }

    private Controls() {}
}
