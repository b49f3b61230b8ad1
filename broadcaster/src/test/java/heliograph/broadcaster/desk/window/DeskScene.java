package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.check.CheckRun;
import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.Guests;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.RoomException;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.ViewerRow;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.SingleThread;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioState;
import heliograph.signaling.room.Announcement;
import java.awt.Point;
import java.net.URI;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import javax.swing.SwingUtilities;
import org.assertj.swing.core.BasicRobot;
import org.assertj.swing.core.Robot;
import org.assertj.swing.edt.FailOnThreadViolationRepaintManager;
import org.assertj.swing.edt.GuiActionRunner;
import org.assertj.swing.fixture.FrameFixture;
import org.jspecify.annotations.Nullable;

/** The real window on a real screen; behind it nothing but lists. Lives on the test's thread. */
final class DeskScene implements AutoCloseable {
    static final Camera A = new Camera("/dev/video0", "Cam", List.of(new Camera.Mode(1280, 720, 30)));
    static final Camera TWIN =
            new Camera("/dev/video2", "Cam", List.of(new Camera.Mode(640, 480, 30), new Camera.Mode(320, 240, 15)));
    static final Microphone MIC = new Microphone("mic_a", "Mic A");

    private static final Instant NOW = Instant.parse("2026-11-23T10:00:00Z");

    private final List<Optional<Choice>> wishes = new CopyOnWriteArrayList<>();
    private final List<StudioCommand.Monitor> monitored = new CopyOnWriteArrayList<>();
    private final List<String> copied = new CopyOnWriteArrayList<>();
    private final AtomicInteger exits = new AtomicInteger();
    private @Nullable FrameFixture fixture;
    private @Nullable DeskFrame frame;
    private @Nullable Presenter presenter;
    private volatile boolean clipboardTaken;
    private @Nullable SingleThread work;
    private Guests guests = new FakeGuests();

    private final List<String> removed = new CopyOnWriteArrayList<>();
    private final List<Announcement> announced = new CopyOnWriteArrayList<>();
    private final Broadcaster broadcaster = new Broadcaster() {
        @Override
        public void start(Choice choice) {
            wishes.add(Optional.of(choice));
        }

        @Override
        public void stop() {
            wishes.add(Optional.empty());
        }

        @Override
        public void remove(String viewer) {
            removed.add(viewer);
        }

        @Override
        public void announce(Announcement announcement) {
            announced.add(announcement);
        }

        @Override
        public void monitor(StudioCommand.Monitor wish) {
            monitored.add(wish);
        }
    };

    /** Shows a new window with nothing known yet; the one before must be closed. */
    FrameFixture open(String language) {
        VirtualScreen.require();
        FailOnThreadViolationRepaintManager.install();
        Settings settings = ((Intent.Run) new SettingsReader(
                                new Surroundings(Map.of(), "Linux", Path.of("/no-such-home"), Locale.ENGLISH), "1")
                        .read("--language", language, "--ice-server", "none", "--network-check", "none"))
                .settings();
        Words words = Words.of(Locale.forLanguageTag(language));
        SingleThread elsewhere = new SingleThread("guests");
        work = elsewhere;
        DeskFrame made = GuiActionRunner.execute(() -> {
            Look.install();
            presenter = new Presenter(broadcaster, settings, words, Memory.none(), () -> NOW, model -> {
                if (frame != null) {
                    frame.show(model);
                }
            });
            Errands errands = new Errands(words, elsewhere::run, SwingUtilities::invokeLater);
            Presenter presents = presenter;
            Presenters presenters = new Presenters(
                    presents,
                    new CheckPresenter(words, presents::checks, new CheckRun()::start, SwingUtilities::invokeLater),
                    new InvitationsPresenter(guests, errands, ZoneId.systemDefault()),
                    new AccountsPresenter(guests, errands),
                    new ThemePresenter(Memory.none(), Look::wear),
                    new LanguagePresenter(words, Memory.none(), true, this::sayAnew));
            frame = new DeskFrame(
                    words, owner -> new DeskPage(owner, words, presenters, this::copy, exits::incrementAndGet));
            presenter.status(Status.initial());
            return frame;
        });
        Robot robot = BasicRobot.robotWithCurrentAwtHierarchy();
        robot.settings().delayBetweenEvents(20);
        fixture = new FrameFixture(robot, Objects.requireNonNull(made));
        fixture.show();
        // It is as large as the screen: elsewhere a part of it is not to be clicked on.
        fixture.moveTo(new Point(0, 0));
        return fixture;
    }

    private void sayAnew() {
        frame().sayAnew(Objects.requireNonNull(presenter));
    }

    /** Before it is opened: these may come in. */
    void guests(Guests others) {
        guests = others;
    }

    void status(Air air, List<Camera> cameras, List<Microphone> microphones, boolean online, Problem... problems) {
        Status status = new Status(
                air,
                new StudioState.Running(),
                Optional.of(new Status.Devices(cameras, microphones, true)),
                List.of(problems),
                new Status.RoomState.Open(
                        new Room.Links(
                                URI.create("http://127.0.0.1:8080/"),
                                false,
                                Optional.of(new Room.Secure(
                                        URI.create("https://192.168.1.5:8443/"),
                                        List.of(URI.create("https://laptop.local:8443/")),
                                        Optional.of("AB:".repeat(31) + "CD")))),
                        Optional.of(new Room.FirstAccount("viewer", "abc-def")),
                        Optional.empty()),
                new Room.Watchers(0, 0),
                online,
                false);
        GuiActionRunner.execute(() -> Objects.requireNonNull(presenter).status(status));
        Objects.requireNonNull(fixture).robot().waitForIdle();
    }

    void status(Air air, StudioState studio) {
        Status status = new Status(
                air,
                studio,
                Optional.empty(),
                List.of(),
                new Status.RoomState.Opening(),
                new Room.Watchers(0, 0),
                true,
                false);
        GuiActionRunner.execute(() -> Objects.requireNonNull(presenter).status(status));
        Objects.requireNonNull(fixture).robot().waitForIdle();
    }

    /** Off air for good: another program has the port. */
    void failed() {
        Status status = new Status(
                new Air.Off(),
                new StudioState.Running(),
                Optional.empty(),
                List.of(),
                new Status.RoomState.Failed(RoomException.Reason.PORT_TAKEN, ""),
                new Room.Watchers(0, 0),
                true,
                false);
        GuiActionRunner.execute(() -> Objects.requireNonNull(presenter).status(status));
        Objects.requireNonNull(fixture).robot().waitForIdle();
    }

    /** Both in one turn of the event thread. */
    void viewersAfter(Runnable before, List<ViewerRow> now) {
        GuiActionRunner.execute(() -> {
            before.run();
            Objects.requireNonNull(presenter).viewers(now);
        });
        Objects.requireNonNull(fixture).robot().waitForIdle();
    }

    void viewers(List<ViewerRow> now) {
        viewersAfter(() -> {}, now);
    }

    /** Who was put out. */
    List<String> removed() {
        return removed;
    }

    /** What was to be said of the broadcast, one after the other. */
    List<Announcement> announced() {
        return announced;
    }

    /** Off air, with two cameras of one name and a microphone to choose from. */
    void ready() {
        status(new Air.Off(), List.of(A, TWIN), List.of(MIC), true);
    }

    Choice lastStart() {
        return wishes.get(wishes.size() - 1).orElseThrow();
    }

    /** What was wished for so far: a start with this choice, or a stop. */
    List<Optional<Choice>> wishes() {
        return wishes;
    }

    /** What was to be shown of what comes in, one after the other. */
    List<StudioCommand.Monitor> monitored() {
        return monitored;
    }

    /** Does something to what is shown of picture and sound. */
    void monitor(Consumer<MonitorPresenter> deed) {
        GuiActionRunner.execute(
                () -> deed.accept(Objects.requireNonNull(presenter).monitor()));
    }

    /** From now on another program holds the clipboard. */
    void clipboardIsTaken() {
        clipboardTaken = true;
    }

    private boolean copy(String text) {
        return !clipboardTaken && copied.add(text);
    }

    List<String> copied() {
        return copied;
    }

    AtomicInteger exits() {
        return exits;
    }

    DeskFrame frame() {
        return Objects.requireNonNull(frame);
    }

    @Override
    public void close() {
        if (work != null) {
            work.close();
        }
        if (fixture != null) {
            fixture.cleanUp();
            fixture = null;
        }
    }
}
