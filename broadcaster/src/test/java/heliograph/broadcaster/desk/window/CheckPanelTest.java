package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import java.awt.Component;
import java.awt.Container;
import java.awt.Rectangle;
import java.awt.event.FocusAdapter;
import java.awt.event.FocusEvent;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicBoolean;
import javax.swing.AbstractButton;
import javax.swing.JComponent;
import javax.swing.JLabel;
import javax.swing.JTextArea;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The check of the connection in the real window, of what needs no network: ports, firewall, uplink. */
@Timeout(120)
class CheckPanelTest {
    private final DeskScene scene = new DeskScene();

    @AfterEach
    void cleanUp() {
        scene.close();
    }

    @Test
    void theButtonShowsTheLinesInThePlaceOfTheViewersAndCloseBringsThoseBack() {
        FrameFixture window = scene.open("en");
        scene.ready();
        Component viewers = window.panel("viewers").target();
        window.button("check-button").click();
        window.panel("check").requireVisible();
        assertThat(GuiActionRunner.execute(viewers::isShowing)).isFalse();
        finished(window);
        assertThat(window.label("check-summary").text()).startsWith("Nothing failed, ");
        assertThat(window.textBox("check-found-1").text()).isEqualTo("In use by this program, as it should be.");
        assertThat(window.textBox("check-found-5").text()).contains("30 viewers at the same time need 76.9 Mbit/s");
        assertThat(window.label("check-mark-5").text()).isEqualTo("warning");
        window.button("check-close").click();
        await().until(() -> GuiActionRunner.execute(viewers::isShowing));
        await().until(() -> window.button("check-button").target().isFocusOwner());
    }

    @Test
    void itIsRunAgainByTheKeyboardAndLeftByTheEscapeKey() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.robot().pressKey(KeyEvent.VK_ALT);
        window.robot().pressAndReleaseKey(KeyEvent.VK_K);
        window.robot().releaseKey(KeyEvent.VK_ALT);
        finished(window);
        Component panel = window.panel("check").target();
        AtomicBoolean stoodIn = new AtomicBoolean();
        Component summary = window.label("check-summary").target();
        GuiActionRunner.execute(() -> summary.addFocusListener(new FocusAdapter() {
            @Override
            public void focusGained(FocusEvent event) {
                stoodIn.set(true);
            }
        }));
        window.button("check-again").click();
        finished(window);
        // While it was switched off the focus waited beside it, and not at the button that closes.
        await().until(() -> window.button("check-again").target().isFocusOwner());
        assertThat(stoodIn).isTrue();
        window.robot().pressAndReleaseKey(KeyEvent.VK_ESCAPE);
        await().until(() -> !GuiActionRunner.execute(panel::isShowing));
    }

    @Test
    void whereTheRoomCouldNotBeOpenedThePortsAreLookedAtAndNotTakenForOurs() {
        FrameFixture window = scene.open("zh");
        scene.failed();
        window.button("check-button").click();
        finished(window);
        assertThat(window.textBox("check-found-1").text()).doesNotContain("正由本程序使用");
        assertThat(window.label("check-summary").text()).matches("失败 \\d+ 项，注意 \\d+ 项，正常 [1-9]\\d* 项。");
    }

    @Test
    void eachLetterThatGoesWithAltIsOfOneThingAlone() {
        for (String language : List.of("en", "zh")) {
            FrameFixture window = scene.open(language);
            scene.ready();
            window.button("check-button").click();
            finished(window);
            assertThat(window.button("check-close").target().getMnemonic()).isNotZero();
            List<Integer> letters = Objects.requireNonNull(GuiActionRunner.execute(() -> letters(scene.frame())));
            assertThat(letters).as(language).hasSizeGreaterThan(10).doesNotHaveDuplicates();
            scene.close();
        }
    }

    private static List<Integer> letters(Container container) {
        List<Integer> letters = new ArrayList<>();
        for (Component component : container.getComponents()) {
            if (!component.isShowing()) {
                continue;
            }
            if (component instanceof AbstractButton button) {
                letters.add(button.getMnemonic());
            } else if (component instanceof JLabel label) {
                letters.add(label.getDisplayedMnemonic());
            }
            if (component instanceof Container inner) {
                letters.addAll(letters(inner));
            }
        }
        letters.removeIf(letter -> letter == KeyEvent.VK_UNDEFINED);
        return letters;
    }

    @Test
    void nothingIsCutOffOnASmallScreen() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.button("check-button").click();
        finished(window);
        GuiActionRunner.execute(() -> {
            // It begins at the beginning, whatever arrived last.
            JComponent first = (JComponent) window.label("check-mark-0").target();
            assertThat(first.getVisibleRect().height).isEqualTo(first.getHeight());
            JTextArea longest = (JTextArea) window.textBox("check-advice-5").target();
            assertThat(longest.getHeight()).isGreaterThanOrEqualTo(longest.getPreferredSize().height);
            JComponent button = window.button("check-button").target();
            assertThat(button.getWidth()).isGreaterThanOrEqualTo(button.getPreferredSize().width);
            assertThat(button.getVisibleRect().width).isEqualTo(button.getWidth());
            Rectangle column = new Rectangle(scene.frame().rightColumn().getSize());
            assertThat(scene.frame().rightColumn().getVisibleRect()).isEqualTo(column);
        });
    }

    private static void finished(FrameFixture window) {
        await().atMost(Patience.LIMIT).until(() -> window.button("check-again").isEnabled());
    }
}
