package heliograph.broadcaster.desk.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioState;
import java.awt.Component;
import java.awt.Container;
import java.awt.Dimension;
import java.awt.event.KeyEvent;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import javax.swing.JButton;
import javax.swing.JComboBox;
import javax.swing.JLabel;
import javax.swing.JTextField;
import javax.swing.plaf.basic.BasicHTML;
import javax.swing.text.View;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The real window on a real screen of 1024 by 700, by mouse and keyboard; behind it nothing but lists. */
@Timeout(120)
class DeskFrameTest {
    private static final Camera A = new Camera("/dev/video0", "Cam", List.of(new Camera.Mode(1280, 720, 30)));
    private static final Camera TWIN =
            new Camera("/dev/video2", "Cam", List.of(new Camera.Mode(640, 480, 30), new Camera.Mode(320, 240, 15)));
    private static final Microphone MIC = new Microphone("mic_a", "Mic A");

    private final List<Optional<Choice>> wishes = new CopyOnWriteArrayList<>();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final AtomicInteger exits = new AtomicInteger();
    private @Nullable FrameFixture fixture;
    private @Nullable DeskFrame frame;
    private @Nullable Presenter presenter;

    private final Broadcaster broadcaster = new Broadcaster() {
        @Override
        public void start(Choice choice) {
            wishes.add(Optional.of(choice));
        }

        @Override
        public void stop() {
            wishes.add(Optional.empty());
        }
    };

    @BeforeAll
    static void screen() {
        VirtualScreen.require();
        FailOnThreadViolationRepaintManager.install();
    }

    private FrameFixture open(String language) {
        Settings settings = ((Intent.Run) new SettingsReader(
                                new Surroundings(Map.of(), "Linux", Path.of("/no-such-home"), Locale.ENGLISH), "1")
                        .read("--language", language))
                .settings();
        Words words = Words.of(settings.language());
        DeskFrame made = GuiActionRunner.execute(() -> {
            Look.install();
            presenter = new Presenter(broadcaster, settings, words, model -> {
                if (frame != null) {
                    frame.show(model);
                }
            });
            frame = new DeskFrame(words, presenter, copied::add, exits::incrementAndGet);
            presenter.status(Status.initial());
            return frame;
        });
        Robot robot = BasicRobot.robotWithCurrentAwtHierarchy();
        robot.settings().delayBetweenEvents(20);
        fixture = new FrameFixture(robot, Objects.requireNonNull(made));
        fixture.show();
        return fixture;
    }

    private void status(
            Air air, List<Camera> cameras, List<Microphone> microphones, boolean online, Problem... problems) {
        Status status = new Status(
                air,
                new StudioState.Running(),
                Optional.of(new Status.Devices(cameras, microphones)),
                List.of(problems),
                new Status.RoomState.Open(
                        URI.create("http://127.0.0.1:8080/"), Optional.of(new Room.FirstAccount("viewer", "abc-def"))),
                new Room.Watchers(0, 0),
                online);
        GuiActionRunner.execute(() -> Objects.requireNonNull(presenter).status(status));
        Objects.requireNonNull(fixture).robot().waitForIdle();
    }

    private void status(Air air, StudioState studio) {
        Status status = new Status(
                air,
                studio,
                Optional.empty(),
                List.of(),
                new Status.RoomState.Opening(),
                new Room.Watchers(0, 0),
                true);
        GuiActionRunner.execute(() -> Objects.requireNonNull(presenter).status(status));
        Objects.requireNonNull(fixture).robot().waitForIdle();
    }

    private void ready() {
        status(new Air.Off(), List.of(A, TWIN), List.of(MIC), true);
    }

    private Choice lastStart() {
        return wishes.get(wishes.size() - 1).orElseThrow();
    }

    @AfterEach
    void cleanUp() {
        if (fixture != null) {
            fixture.cleanUp();
        }
    }

    @Test
    void aCameraIsChosenAndStartedAndStoppedByMouse() {
        FrameFixture window = open("en");
        ready();
        window.comboBox("camera").selectItem(1);
        window.comboBox("mode").selectItem("320 × 240, 15 fps");
        window.button("action").requireText("Start").click();
        await().until(() -> wishes.size() == 1);
        // The second of two cameras of one name is the one that was chosen.
        assertThat(lastStart().camera()).isEqualTo(new Source.Device("/dev/video2", "Cam"));
        assertThat(lastStart().video().height()).isEqualTo(240);
        status(new Air.On(true, true), List.of(A, TWIN), List.of(MIC), true);
        window.label("state").requireText("On air");
        window.button("action").requireText("Stop").click();
        await().until(() -> wishes.size() == 2 && wishes.get(1).isEmpty());
    }

    @Test
    void anEntryThatSaysThatThereIsNoDeviceCannotBeChosen() {
        FrameFixture window = open("en");
        status(new Air.Off(), List.of(), List.of(), true);
        window.comboBox("camera").requireSelection("No device available");
        window.button("action").requireDisabled();
        window.comboBox("camera").selectItem("Test picture");
        window.comboBox("camera").selectItem(0);
        window.comboBox("camera").requireSelection("Test picture");
        window.button("action").requireEnabled();
    }

    @Test
    void itWorksByKeyboard() {
        FrameFixture window = open("en");
        ready();
        window.comboBox("camera").focus();
        withAlt(window, KeyEvent.VK_S);
        await().until(() -> wishes.size() == 1);
        withAlt(window, KeyEvent.VK_O);
        await().until(() -> copied.equals(List.of("http://127.0.0.1:8080/")));
        withAlt(window, KeyEvent.VK_X);
        await().until(() -> exits.get() == 1);
    }

    @Test
    void startHasTheFocusAtFirstAndKeepsItWhileItCannotBePressed() {
        FrameFixture window = open("en");
        JButton action = window.button("action").target();
        ready();
        await().until(action::isFocusOwner);
        status(new Air.Stopping(), List.of(A, TWIN), List.of(MIC), true);
        await().until(() -> !action.isFocusOwner());
        // Enter is for nobody now, least of all for Exit.
        window.robot().pressAndReleaseKey(KeyEvent.VK_SPACE);
        window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        ready();
        await().until(action::isFocusOwner);
        assertThat(exits).hasValue(0);
        assertThat(wishes).isEmpty();
        window.robot().pressAndReleaseKey(KeyEvent.VK_ENTER);
        await().until(() -> wishes.size() == 1);
    }

    @Test
    void startTakesNoFocusFromWhoIsChoosing() {
        FrameFixture window = open("en");
        window.comboBox("camera").focus();
        ready();
        assertThat(window.comboBox("camera").target().isFocusOwner()).isTrue();
    }

    private static void withAlt(FrameFixture window, int key) {
        window.robot().pressKey(KeyEvent.VK_ALT);
        window.robot().pressAndReleaseKey(key);
        window.robot().releaseKey(KeyEvent.VK_ALT);
    }

    @Test
    void closingTheWindowIsAnExit() {
        FrameFixture window = open("en");
        window.close();
        await().until(() -> exits.get() == 1);
    }

    @Test
    void theFirstPasswordIsCopiedAndHiddenForGood() {
        FrameFixture window = open("en");
        ready();
        window.panel("account").requireVisible();
        window.textBox("account-password").requireText("abc-def");
        window.button("account-copy").click();
        await().until(() -> copied.equals(List.of("viewer" + System.lineSeparator() + "abc-def")));
        window.button("account-done").click();
        ready();
        assertThat(Objects.requireNonNull(GuiActionRunner.execute(
                        () -> find(Objects.requireNonNull(frame), "account").isVisible())))
                .isFalse();
    }

    @Test
    void aMissingNetworkIsARedLineThatComesAndGoes() {
        FrameFixture window = open("en");
        status(new Air.Off(), List.of(A), List.of(MIC), false);
        assertThat(window.textBox("offline").text())
                .startsWith("Not connected to the Internet")
                .contains("same network can still watch");
        window.textBox("offline").foreground().requireEqualTo(Look.BAD);
        ready();
        assertThat(names(Objects.requireNonNull(frame))).doesNotContain("offline");
    }

    @Test
    void manyTroublesStillFitTheScreenInBothLanguages() {
        for (String language : Words.LANGUAGES) {
            FrameFixture window = open(language);
            Problem[] problems = List.of(Problem.Kind.values()).stream()
                    .map(kind -> new Problem(kind, "A camera with quite a long name indeed", "libfoo.so.1"))
                    .toArray(Problem[]::new);
            status(new Air.On(true, true), List.of(A, TWIN), List.of(MIC), false, problems);
            Dimension size = Objects.requireNonNull(
                    GuiActionRunner.execute(() -> Objects.requireNonNull(frame).getSize()));
            assertThat(size.width).isLessThanOrEqualTo(1024);
            assertThat(size.height).isLessThanOrEqualTo(700);
            window.cleanUp();
            fixture = null;
        }
    }

    @Test
    void theLongestStateIsNotCutOff() {
        for (String language : Words.LANGUAGES) {
            FrameFixture window = open(language);
            status(new Air.Off(), new StudioState.Incompatible(7));
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
            window.cleanUp();
            fixture = null;
        }
    }

    @Test
    void everyControlHasANameForTestsAndOneForScreenReaders() {
        open("zh");
        ready();
        GuiActionRunner.execute(() -> {
            for (Component component : controls(Objects.requireNonNull(frame).getContentPane())) {
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
