package heliograph.broadcaster.desk.window;

import static heliograph.broadcaster.desk.window.DeskScene.A;
import static heliograph.broadcaster.desk.window.DeskScene.MIC;
import static heliograph.broadcaster.desk.window.DeskScene.TWIN;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.signaling.room.Announcement;
import java.awt.Component;
import java.awt.event.KeyEvent;
import java.awt.event.WindowEvent;
import java.util.List;
import java.util.Optional;
import javax.swing.JButton;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real window by mouse and keyboard, on a real screen. */
@Timeout(120)
class DeskFrameInputTest {
    private final DeskScene scene = new DeskScene();

    @AfterEach
    void cleanUp() {
        scene.close();
    }

    @Test
    void aCameraIsChosenAndStartedAndStoppedByMouse() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.comboBox("camera").selectItem(1);
        window.toggleButton("window-exact").click();
        window.comboBox("mode").selectItem("320 × 240, 15 fps");
        window.comboBox("bitrate").selectItem("800 kbit/s");
        window.button("action").requireText("Start").click();
        await().until(() -> scene.wishes().size() == 1);
        // The second of two cameras of one name is the one that was chosen.
        assertThat(scene.lastStart().camera()).isEqualTo(new Source.Device("/dev/video2", "Cam"));
        assertThat(scene.lastStart().video().height()).isEqualTo(240);
        assertThat(scene.lastStart().video().bitrate()).isEqualTo(800);
        scene.status(new Air.On(true, true), List.of(A, TWIN), List.of(MIC), true);
        window.label("state").requireText("On air");
        window.button("action").requireText("Stop").click();
        await().until(() -> scene.wishes().size() == 2 && scene.wishes().get(1).isEmpty());
    }

    @Test
    void anEntryThatSaysThatThereIsNoDeviceCannotBeChosen() {
        FrameFixture window = scene.open("en");
        scene.status(new Air.Off(), List.of(), List.of(), true);
        window.comboBox("camera").requireSelection("No device available");
        window.button("action").requireDisabled();
        window.comboBox("camera").selectItem("Test picture");
        window.comboBox("camera").selectItem(0);
        window.comboBox("camera").requireSelection("Test picture");
        window.button("action").requireEnabled();
    }

    @Test
    void itWorksByKeyboard() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.comboBox("camera").focus();
        withAlt(window, KeyEvent.VK_S);
        await().until(() -> scene.wishes().size() == 1);
        withAlt(window, KeyEvent.VK_O);
        await().until(() -> scene.copied().equals(List.of("https://192.168.1.5:8443/")));
        withAlt(window, KeyEvent.VK_X);
        await().until(() -> scene.exits().get() == 1);
    }

    @Test
    void oneKeyTakesTheSoundAwayAndOneThePicture() {
        FrameFixture window = scene.open("en");
        scene.ready();
        withAlt(window, KeyEvent.VK_S);
        scene.status(new Air.On(true, true), List.of(A, TWIN), List.of(MIC), true);
        window.toggleButton("sound-off").requireText("Turn sound off");
        window.comboBox("camera").focus();
        window.robot().pressAndReleaseKey(KeyEvent.VK_F8);
        window.robot().waitForIdle();
        assertThat(scene.lastStart().withheld()).isEqualTo(new Broadcast.Withheld(false, true));
        window.toggleButton("sound-off").requireText("Turning sound off…").requireSelected();
        window.robot().pressAndReleaseKey(KeyEvent.VK_F9);
        window.robot().waitForIdle();
        Broadcast.Withheld both = new Broadcast.Withheld(true, true);
        assertThat(scene.lastStart().withheld()).isEqualTo(both);
        scene.status(new Air.On(true, true, both), List.of(A, TWIN), List.of(MIC), true);
        window.toggleButton("sound-off").requireText("Sound off");
        window.toggleButton("hide-picture").requireText("Picture hidden");
        withAlt(window, KeyEvent.VK_H);
        assertThat(scene.lastStart().withheld()).isEqualTo(new Broadcast.Withheld(false, true));
    }

    @Test
    void aTitleCountsWithEnterOrWhenItsFieldIsLeft() {
        FrameFixture window = scene.open("en");
        scene.ready();
        withAlt(window, KeyEvent.VK_T);
        window.textBox("title").enterText("Vespers");
        assertThat(scene.announced()).isEmpty();
        window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        await().until(() -> scene.announced().equals(List.of(new Announcement("Vespers", false))));
        window.textBox("title").setText("x".repeat(81));
        window.comboBox("camera").focus();
        await().ignoreExceptions()
                .until(() -> window.textBox("title-mistake").target().isShowing());
        Component mistake = window.textBox("title-mistake").target();
        window.textBox("title").focus().setText("Compline");
        window.checkBox("show-viewers").click();
        await().untilAsserted(() -> assertThat(scene.announced())
                .containsExactly(
                        new Announcement("Vespers", false),
                        new Announcement("Compline", false),
                        new Announcement("Compline", true)));
        assertThat(mistake.isVisible()).isFalse();
    }

    @Test
    void aTitleThatIsStillTypedIsTakenBeforeWhatIsPressedBesideIt() {
        FrameFixture window = scene.open("en");
        scene.ready();
        window.textBox("title").focus().setText("Lauds");
        GuiActionRunner.execute(() -> window.checkBox("show-viewers").target().doClick());
        assertThat(scene.announced())
                .containsExactly(new Announcement("Lauds", false), new Announcement("Lauds", true));
    }

    @Test
    void startHasTheFocusAtFirstAndKeepsItWhileItCannotBePressed() {
        FrameFixture window = scene.open("en");
        JButton action = window.button("action").target();
        scene.ready();
        await().until(action::isFocusOwner);
        scene.status(new Air.Stopping(), List.of(A, TWIN), List.of(MIC), true);
        await().until(() -> !action.isFocusOwner());
        // Enter is for nobody now, least of all for Exit.
        window.robot().pressAndReleaseKey(KeyEvent.VK_SPACE);
        window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        scene.ready();
        await().until(action::isFocusOwner);
        assertThat(scene.exits()).hasValue(0);
        assertThat(scene.wishes()).isEmpty();
        window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        await().until(() -> scene.wishes().size() == 1);
    }

    @Test
    void startTakesNoFocusFromWhoIsChoosing() {
        FrameFixture window = scene.open("en");
        window.comboBox("camera").focus();
        scene.ready();
        assertThat(window.comboBox("camera").target().isFocusOwner()).isTrue();
    }

    @Test
    void stopDoesNotCallBackAFocusThatIsOnItsWay() {
        FrameFixture window = scene.open("en");
        scene.ready();
        scene.status(new Air.On(true, true), List.of(A, TWIN), List.of(MIC), true);
        await().until(window.button("action").target()::isFocusOwner);
        // As Alt+M does; what is shown each second comes before the focus does.
        Component microphone = window.comboBox("microphone").target();
        scene.viewersAfter(microphone::requestFocusInWindow, List.of());
        await().until(microphone::isFocusOwner);
        window.robot().pressAndReleaseKey(KeyEvent.VK_DOWN);
        window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        window.robot().waitForIdle();
        assertThat(scene.wishes()).as("nobody pressed Stop").doesNotContain(Optional.empty());
    }

    @Test
    void closingTheWindowIsAnExit() {
        FrameFixture window = scene.open("en");
        window.close();
        await().until(() -> scene.exits().get() == 1);
    }

    @Test
    void whoIsOnAirIsAskedOnceBeforeTheWindowCloses() {
        FrameFixture window = scene.open("en");
        scene.ready();
        scene.status(new Air.On(true, true), List.of(A, TWIN), List.of(MIC), true);
        window.close();
        window.panel("leaving").requireVisible();
        // Enter without reading: nothing ends.
        JButton stay = window.button("leaving-no").target();
        await().until(stay::isFocusOwner);
        window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        await().until(() -> !stay.isShowing());
        assertThat(scene.exits()).hasValue(0);
        withAlt(window, KeyEvent.VK_X);
        withAlt(window, KeyEvent.VK_E);
        await().until(() -> scene.exits().get() == 1);
        // Whoever asks again, and not with the same double click, means it.
        await().until(() -> {
            GuiActionRunner.execute(
                    () -> scene.frame().dispatchEvent(new WindowEvent(scene.frame(), WindowEvent.WINDOW_CLOSING)));
            return scene.exits().get() == 2;
        });
    }

    private static void withAlt(FrameFixture window, int key) {
        window.robot().pressKey(KeyEvent.VK_ALT);
        window.robot().pressAndReleaseKey(key);
        window.robot().releaseKey(KeyEvent.VK_ALT);
    }
}
