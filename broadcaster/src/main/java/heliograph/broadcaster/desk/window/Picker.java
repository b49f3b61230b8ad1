package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.window.WindowModel.Choices;
import heliograph.broadcaster.desk.window.WindowModel.Entry;
import java.awt.Component;
import java.util.function.Consumer;
import javax.swing.DefaultComboBoxModel;
import javax.swing.DefaultListCellRenderer;
import javax.swing.JComboBox;
import javax.swing.JList;
import org.jspecify.annotations.Nullable;

/** A list to choose from, in which an entry that is not enabled can be read and not chosen. Lives on Swing's event thread. */
final class Picker<T> extends JComboBox<Entry<T>> {
    private final Consumer<T> chosen;
    private @Nullable Choices<T> choices;
    private boolean showing;

    Picker(String name, Consumer<T> chosen) {
        this.chosen = chosen;
        setName(name);
        setRenderer(new EntryRenderer());
    }

    /** The same choices again leave an open list as it is. */
    void show(Choices<T> now) {
        if (now.equals(choices)) {
            return;
        }
        showing = true;
        try {
            if (choices == null || !choices.entries().equals(now.entries())) {
                DefaultComboBoxModel<Entry<T>> model = new DefaultComboBoxModel<>();
                model.addAll(now.entries());
                setModel(model);
            }
            choices = now;
            setSelectedIndex(now.selected());
        } finally {
            showing = false;
        }
    }

    @Override
    public void setSelectedIndex(int index) {
        if (showing || index < 0 || choices == null) {
            super.setSelectedIndex(index);
        } else if (choices.entries().get(index).enabled() && index != getSelectedIndex()) {
            super.setSelectedIndex(index);
            chosen.accept(choices.entries().get(index).value());
        }
    }

    private static final class EntryRenderer extends DefaultListCellRenderer {
        @Override
        public Component getListCellRendererComponent(
                JList<?> list, @Nullable Object value, int index, boolean selected, boolean focus) {
            super.getListCellRendererComponent(list, value, index, selected, focus);
            setEnabled(!(value instanceof Entry<?> entry) || entry.enabled());
            return this;
        }
    }
}
