package heliograph.broadcaster.desk.window;

import static heliograph.broadcaster.desk.window.DeskScene.A;
import static heliograph.broadcaster.desk.window.DeskScene.MIC;
import static heliograph.broadcaster.desk.window.DeskScene.TWIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioState;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import javax.accessibility.AccessibleContext;
import javax.accessibility.AccessibleRole;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.text.JTextComponent;
import javax.swing.text.View;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What the real window shows on a real screen of 1024 by 700, and that it fits. */
@Timeout(120)
class DeskFrameDisplayTest {
    private final DeskScene scene = new DeskScene();

    @AfterEach
    void cleanUp() {
        scene.close();
    }

    @Test
    void theFirstPasswordIsCopiedAndHiddenForGood() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.panel("account").requireVisible();
        window.textBox("account-password").requireText("abc-def");
        window.button("account-copy").click();
        await().until(() -> scene.copied().equals(List.of("viewer" + System.lineSeparator() + "abc-def")));
        window.button("account-done").click();
        scene.ready();
        assertThat(Objects.requireNonNull(GuiActionRunner.execute(
                        () -> find(scene.frame(), "account").isVisible())))
                .isFalse();
    }

    @Test
    void aClipboardThatRefusesIsNoCopy() {
        FrameFixture window = scene.open("en");
        scene.ready();
        scene.clipboardIsTaken();
        window.button("copy").click().requireText("Not copied");
        assertThat(heard(window, "copy")).isEqualTo("Not copied");
        await().until(() -> "Copy".equals(window.button("copy").text()));
        assertThat(heard(window, "copy")).isEqualTo("Copy the link");
        assertThat(scene.copied()).isEmpty();
    }

    @Test
    void thatTheLinkIsCopiedIsSeenAndHeard() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.button("copy").click().requireText("Copied");
        assertThat(heard(window, "copy")).isEqualTo("Copied");
    }

    /** What a screen reader says of a button. */
    private static String heard(FrameFixture window, String button) {
        return Objects.requireNonNull(GuiActionRunner.execute(
                () -> window.button(button).target().getAccessibleContext().getAccessibleName()));
    }

    @Test
    void whatIsMarkedOfTheFirstAccountStaysMarkedWhateverElseChanges() {
        FrameFixture window = scene.open("en");
        scene.ready();
        JTextComponent password = window.textBox("account-password").target();
        GuiActionRunner.execute(() -> password.select(1, 4));
        scene.status(new Air.On(true, true), List.of(A), List.of(MIC), false);
        assertThat(GuiActionRunner.execute(password::getSelectedText)).isEqualTo("bc-");
    }

    @Test
    void aNoticeIsAnAlertForScreenReadersAndReachedByTheKeyboard() {
        FrameFixture window = scene.open("en");
        scene.status(
                new Air.Off(), List.of(A), List.of(MIC), false, new Problem(Problem.Kind.CAMERA_BUSY, "Cam", null));
        for (String name : List.of("offline", "notice-0")) {
            JTextComponent text = window.textBox(name).target();
            GuiActionRunner.execute(() -> {
                AccessibleContext alert = text.getParent().getAccessibleContext();
                assertThat(alert.getAccessibleRole()).isEqualTo(AccessibleRole.ALERT);
                assertThat(alert.getAccessibleName()).isEqualTo(text.getText());
                assertThat(text.isFocusable()).isTrue();
            });
        }
        window.textBox("offline").focus();
        window.robot().pressAndReleaseKey(KeyEvent.VK_TAB);
        await().until(() -> window.textBox("notice-0").target().isFocusOwner());
    }

    @Test
    void aMissingNetworkIsARedLineThatComesAndGoes() {
        FrameFixture window = scene.open("en");
        scene.status(new Air.Off(), List.of(A), List.of(MIC), false);
        assertThat(window.textBox("offline").text())
                .startsWith("Not connected to the Internet")
                .contains("same network can still watch");
        window.textBox("offline").foreground().requireEqualTo(Ink.BAD.now());
        scene.ready();
        assertThat(names(scene.frame())).doesNotContain("offline");
    }

    @Test
    void manyTroublesStillFitTheScreenInBothLanguages() {
        for (String language : Words.LANGUAGES) {
            scene.open(language);
            Problem[] problems = List.of(Problem.Kind.values()).stream()
                    .map(kind -> new Problem(kind, "A camera with quite a long name indeed", "libfoo.so.1"))
                    .toArray(Problem[]::new);
            scene.status(new Air.On(true, true), List.of(A, TWIN), List.of(MIC), false, problems);
            Dimension size = Objects.requireNonNull(
                    GuiActionRunner.execute(() -> scene.frame().getSize()));
            assertThat(size.width).isLessThanOrEqualTo(1024);
            assertThat(size.height).isLessThanOrEqualTo(700);
            scene.close();
        }
    }

    @Test
    void startIsReachedWithoutScrollingWhateverIsWrong() {
        FrameFixture window = scene.open("en");
        Problem[] problems = List.of(Problem.Kind.values()).stream()
                .map(kind -> new Problem(kind, "A camera with quite a long name indeed", "libfoo.so.1"))
                .toArray(Problem[]::new);
        scene.status(new Air.Off(), List.of(A, TWIN), List.of(MIC), false, problems);
        JButton action = window.button("action").target();
        GuiActionRunner.execute(
                () -> assertThat(action.getVisibleRect().getSize()).isEqualTo(action.getSize()));
        Component table = find(scene.frame(), "viewers");
        GuiActionRunner.execute(() -> assertThat(table.getHeight()).isGreaterThanOrEqualTo(160));
    }

    @Test
    void whatHappensDoesNotChangeTheSizeOfTheWindow() {
        scene.open("en");
        scene.ready();
        Dimension before = GuiActionRunner.execute(() -> scene.frame().getSize());
        scene.status(
                new Air.On(true, true),
                List.of(A),
                List.of(MIC),
                false,
                new Problem(Problem.Kind.CAMERA_BUSY, "Cam", null));
        assertThat(GuiActionRunner.execute(() -> scene.frame().getSize())).isEqualTo(before);
    }

    @Test
    void theLongestStateIsNotCutOff() {
        for (String language : Words.LANGUAGES) {
            FrameFixture window = scene.open(language);
            scene.status(new Air.Off(), new StudioState.Incompatible(7));
            JLabel state = window.label("state").target();
            Objects.requireNonNull(GuiActionRunner.execute(() -> {
                View lines = (View) state.getClientProperty(BasicHTML.propertyKey);
                if (lines == null) {
                    assertThat(state.getWidth()).isGreaterThanOrEqualTo(state.getPreferredSize().width);
                } else {
                    lines.setSize(state.getWidth(), 0);
                    assertThat(state.getHeight()).isGreaterThanOrEqualTo((int) lines.getPreferredSpan(View.Y_AXIS));
                }
                return state;
            }));
            scene.close();
        }
    }

    @Test
    void everyControlHasANameForTestsAndOneForScreenReaders() {
        scene.open("zh");
        scene.ready();
        GuiActionRunner.execute(() -> {
            for (Component component : controls(scene.frame().getContentPane())) {
                assertThat(component.getName()).as(component.toString()).isNotBlank();
                assertThat(component.getAccessibleContext().getAccessibleName())
                        .as(component.getName())
                        .isNotBlank();
            }
        });
    }

    private static List<Component> all(Container container) {
        List<Component> all = new ArrayList<>();
        for (Component component : container.getComponents()) {
            all.add(component);
            if (component instanceof Container inner) {
                all.addAll(all(inner));
            }
        }
        return all;
    }

    /** What can be used; the arrow of a list and the ends of a scroll bar are parts of others. */
    private static List<Component> controls(Container container) {
        return all(container).stream()
                .filter(it -> it instanceof JButton || it instanceof JComboBox || it instanceof JTextField)
                .filter(it ->
                        !(it.getParent() instanceof JComboBox) && !(it.getParent() instanceof javax.swing.JScrollBar))
                .toList();
    }

    private static List<String> names(Container container) {
        return Objects.requireNonNull(GuiActionRunner.execute(() -> all(container).stream()
                .map(Component::getName)
                .filter(Objects::nonNull)
                .toList()));
    }

    private static Component find(Container container, String name) {
        return all(container).stream()
                .filter(it -> name.equals(it.getName()))
                .findFirst()
                .orElseThrow();
    }
}
