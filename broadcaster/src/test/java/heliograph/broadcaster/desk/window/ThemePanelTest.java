package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.Color;
import java.awt.Component;
import java.awt.Container;
import java.util.ArrayList;
import java.util.List;
import javax.swing.JComponent;
import javax.swing.JPanel;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.DialogFixture;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(120)
class ThemePanelTest {
    private final DeskScene scene = new DeskScene();

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void allOfTheWindowAndOfItsDialogTurnsDarkAndLightAgain() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.button("window-share").click();
        DialogFixture share = window.dialog("share");
        window.comboBox("window-theme").selectItem("Dark");
        assertThat(bright(window.target())).isEmpty();
        assertThat(bright(share.target())).isEmpty();
        assertThat(share.comboBox("ways").target().isShowing()).isTrue();
        window.comboBox("window-theme").selectItem("Light");
        assertThat(bright(window.target())).isNotEmpty();
        assertThat(bright(share.target())).isNotEmpty();
    }

    /** What is painted light; a code for cameras is so in every theme. */
    private static List<String> bright(Container window) {
        List<String> found = new ArrayList<>();
        GuiActionRunner.execute(() -> collect(window, found));
        return found;
    }

    private static void collect(Container part, List<String> found) {
        for (Component component : part.getComponents()) {
            boolean painted = component instanceof JPanel || component instanceof JComponent it && it.isOpaque();
            Color color = component.getBackground();
            if (component.isShowing()
                    && painted
                    && !(component instanceof QrCanvas)
                    && color.getRed() + color.getGreen() + color.getBlue() > 3 * 128) {
                found.add(component + " " + color);
            }
            if (component instanceof Container inside) {
                collect(inside, found);
            }
        }
    }
}
