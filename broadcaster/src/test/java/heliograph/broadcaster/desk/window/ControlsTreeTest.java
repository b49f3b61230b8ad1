package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.ViewerRow;
import java.awt.Component;
import java.awt.Container;
import java.awt.Window;
import java.awt.event.KeyEvent;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTabbedPane;
import org.assertj.swing.data.TableCell;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a screen reader and a keyboard find, whatever is open: the tree of controls, read as a whole. */
@Timeout(120)
class ControlsTreeTest {
    /** A control as it is found by a keyboard: its letter with Alt, or none. */
    private record Key(String name, int letter) {
        @Override
        public String toString() {
            return name + (letter <= 0 ? "" : " Alt+" + KeyEvent.getKeyText(letter));
        }
    }

    /** The second half of the field before it, one Tab on. */
    private static final String UNIT = "invitations-unit";

    private final DeskScene scene = new DeskScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"en", "zh"})
    void everyControlHasANameATipAndALetterOfItsOwnWhateverIsOpen(String language) {
        FrameFixture window = scene.open(language);
        scene.ready();
        looked("off air", window.target());
        window.toggleButton("window-exact").click();
        looked("figures", window.target());
        window.toggleButton("window-exact").click();
        window.button("check-button").click();
        looked("check", window.target());
        window.button("check-close").click();

        scene.status(new Air.On(true, true), List.of(DeskScene.A), List.of(DeskScene.MIC), true);
        scene.viewers(List.of(new ViewerRow("1", "anna", Instant.EPOCH, "127.0.0.1", Optional.empty())));
        looked("on air", window.target());
        window.table("viewers-table").cell(TableCell.row(0).column(0)).click();
        window.button("viewers-remove").click();
        looked("remove", window.target());
        window.button("viewers-remove-no").click();
        window.button("exit").click();
        looked("leaving", window.target());
        window.button("leaving-no").click();

        window.button("window-share").click();
        Window share = window.dialog("share").target();
        JTabbedPane tabs = window.dialog("share").tabbedPane("share-tabs").target();
        for (int tab = 0; tab < tabs.getTabCount(); tab++) {
            window.dialog("share").tabbedPane("share-tabs").selectTab(tab);
            looked("share " + tab, share);
        }
    }

    private static void looked(String when, Container window) {
        List<Key> keys = new ArrayList<>();
        List<String> mute = new ArrayList<>();
        GuiActionRunner.execute(() -> {
            Map<Component, Integer> labelled = new HashMap<>();
            each(window, part -> {
                if (part instanceof JLabel label && label.getLabelFor() != null) {
                    labelled.put(label.getLabelFor(), label.getDisplayedMnemonic());
                } else if (part instanceof JTabbedPane tabs) {
                    for (int tab = 0; tab < tabs.getTabCount(); tab++) {
                        keys.add(new Key("tab " + tab, tabs.getMnemonicAt(tab)));
                    }
                }
            });
            Controls.each(window, control -> {
                int letter = control instanceof AbstractButton button
                        ? button.getMnemonic()
                        : labelled.getOrDefault(control, 0);
                keys.add(new Key(control.getName(), letter));
                String name = control.getAccessibleContext().getAccessibleName();
                if (name == null || name.isBlank() || control.getToolTipText() == null) {
                    mute.add(control.getName() + ": " + name + ", " + control.getToolTipText());
                }
            });
        });
        assertThat(keys).as(when).hasSizeGreaterThan(4);
        assertThat(mute).as(when + ": without a name or a tip").isEmpty();
        assertThat(keys.stream().filter(it -> it.letter() <= 0 && !it.name().equals(UNIT)))
                .as(when + ": without a letter, of " + keys)
                .isEmpty();
        assertThat(keys.stream()
                        .filter(it -> it.letter() > 0)
                        .collect(Collectors.groupingBy(Key::letter))
                        .values())
                .as(when + ": one letter for several, of " + keys)
                .allSatisfy(it -> assertThat(it).hasSize(1));
    }

    private static void each(Container window, Consumer<JComponent> look) {
        for (Component part : window.getComponents()) {
            if (part instanceof JComponent it && it.isShowing()) {
                look.accept(it);
            }
            if (part instanceof Container inside) {
                each(inside, look);
            }
        }
    }
}
