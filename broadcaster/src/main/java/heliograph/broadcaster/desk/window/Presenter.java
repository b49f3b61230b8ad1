package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.check.Check;
import heliograph.broadcaster.desk.check.Checks;
import heliograph.broadcaster.desk.check.Held;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Broadcaster;
import heliograph.broadcaster.desk.station.Choice;
import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.desk.station.Notices;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.StateLine;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.station.ViewerRow;
import heliograph.broadcaster.desk.station.Way;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioState;
import heliograph.broadcaster.link.VideoCodec;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What the window shows and what its parts do; knows no Swing. Lives on the window's thread. */
final class Presenter {
    private final Broadcaster broadcaster;
    private final Settings settings;
    private final Words words;
    private final Wishes wishes;
    private final Notices notices;
    private final ViewerLines lines;
    private final InstantSource clock;
    private final TimeOnAir time;
    private final Consumer<WindowModel> view;
    private final MonitorPresenter monitor;
    private final TitlePresenter title;

    private Status status = Status.initial();
    private List<ViewerRow> rows = List.of();
    private List<ViewerLine> viewers = List.of();
    private @Nullable Choice started;
    private boolean startWanted;
    private boolean accountNoted;
    /** Until the broadcast is over: what is sent by now may be behind what is wished. */
    private boolean screenSent;

    Presenter(
            Broadcaster broadcaster,
            Settings settings,
            Words words,
            Memory memory,
            InstantSource clock,
            Consumer<WindowModel> view) {
        this.broadcaster = broadcaster;
        this.settings = settings;
        this.words = words;
        this.wishes = new Wishes(settings, words, memory);
        this.notices = new Notices(words, settings);
        this.lines = new ViewerLines(words, ZoneId.systemDefault());
        this.clock = clock;
        this.time = new TimeOnAir(clock);
        this.view = view;
        this.monitor = new MonitorPresenter(broadcaster::monitor, memory);
        this.title = new TitlePresenter(settings.announcement(), broadcaster::announce);
        this.startWanted = settings.start();
    }

    /** What is shown of picture and sound. */
    MonitorPresenter monitor() {
        return monitor;
    }

    /** What viewers are told of the broadcast. */
    TitlePresenter title() {
        return title;
    }

    void status(Status now) {
        status = now;
        time.air(now.air());
        wishes.devices(now.devices());
        if (startWanted && now.devices().isPresent() && actionEnabled()) {
            startWanted = false;
            start();
        } else if (stops() && started != null && !started.covers(wishes.choice())) {
            // Plugged in elsewhere, or the first of its kind: what the lists show is what is sent.
            start();
        }
        show();
    }

    /** What is to be looked at when the connection is checked. */
    List<Check> checks() {
        // While the room is being opened it is about to have them.
        boolean doors = !(status.room() instanceof RoomState.Failed);
        boolean relay = !(status.room() instanceof RoomState.Open open)
                || open.noRelay().isEmpty();
        return Checks.of(settings, wishes.choice().video().bitrate(), new Held(doors, doors && relay), clock.instant());
    }

    /** Called each second. */
    void tick() {
        if (time.runs()) {
            show();
        }
    }

    void viewers(List<ViewerRow> now) {
        rows = now;
        viewers = lines.of(now);
        show();
    }

    /** All is said in another language from now on; what viewers read on the slate, too. */
    void spoken() {
        viewers = lines.of(rows);
        changed();
    }

    void remove(String viewer) {
        broadcaster.remove(viewer);
    }

    void camera(Source chosen) {
        wishes.camera(chosen);
        changed();
    }

    void microphone(Source chosen) {
        wishes.microphone(chosen);
        changed();
    }

    /** Size, rate and bitrate together. */
    void figures(Figures chosen) {
        wishes.figures(chosen);
        changed();
    }

    void mode(Camera.Mode chosen) {
        wishes.mode(chosen);
        changed();
    }

    /** In kbit/s. */
    void bitrate(int chosen) {
        wishes.bitrate(chosen);
        changed();
    }

    /** Whether viewers are to see the slate instead of the picture. */
    void hidePicture(boolean hidden) {
        wishes.hidePicture(hidden);
        changed();
    }

    /** Whether viewers are to hear nothing. */
    void soundOff(boolean off) {
        wishes.soundOff(off);
        changed();
    }

    void startOrStop() {
        if (!actionEnabled()) {
            return;
        }
        if (stops()) {
            broadcaster.stop();
        } else {
            start();
            show();
        }
    }

    /** Whether something is sent, or about to be. */
    boolean isOnAir() {
        return stops();
    }

    void accountNoted() {
        accountNoted = true;
        show();
    }

    private void start() {
        wishes.keep();
        Choice choice = wishes.choice();
        started = choice;
        broadcaster.start(choice);
    }

    private void changed() {
        if (stops()) {
            start();
        }
        show();
    }

    private boolean stops() {
        return status.air() instanceof Air.On || status.air() instanceof Air.Starting;
    }

    private boolean actionEnabled() {
        if (stops()) {
            return true;
        }
        return status.air() instanceof Air.Off
                && status.room() instanceof RoomState.Open
                && !(status.studio() instanceof StudioState.Incompatible)
                && !wishes.choice().silentAndDark();
    }

    private void show() {
        Choice choice = wishes.choice();
        if (stops() && choice.camera() instanceof Source.Screen) {
            // Viewers would read the first password on it.
            screenSent = true;
        } else if (status.air() instanceof Air.Off) {
            screenSent = false;
        }
        monitor.inputs(choice.inputs(), System.nanoTime());
        view.accept(new WindowModel(
                state(),
                time.text(),
                new WindowModel.Action(stops(), actionEnabled()),
                wishes.cameras(),
                wishes.qualities(),
                wishes.modes(),
                wishes.bitrates(),
                wishes.microphones(),
                withholding(),
                sending(choice.video()),
                links().map(it -> it.best().toString()).orElse(""),
                links().filter(it -> it.secure().isPresent())
                        .map(it -> words.say("window.link.here", it.plain()))
                        .orElse(""),
                links().flatMap(Room.Links::secure)
                        .flatMap(Room.Secure::fingerprint)
                        .map(it -> words.say("window.link.fingerprint", it))
                        .orElse(""),
                links().map(it -> Way.of(it, settings, words)).orElse(List.of()),
                watching(),
                notices.of(status, wishes.camera().wish(), wishes.microphone().wish()),
                !status.online(),
                account(),
                viewers));
    }

    private StateLine state() {
        boolean nothing = status.air() instanceof Air.Off
                && status.studio() instanceof StudioState.Running
                && status.devices().isPresent()
                && status.room() instanceof RoomState.Open
                && wishes.choice().silentAndDark();
        return nothing ? new StateLine(words.say("state.nothing"), StateLine.Tone.QUIET) : StateLine.of(status, words);
    }

    private WindowModel.Withholding withholding() {
        Broadcast.Withheld wish = wishes.withheld();
        return new WindowModel.Withholding(wish, status.air() instanceof Air.On on ? on.withheld() : wish);
    }

    private String sending(Broadcast.Video video) {
        VideoCodec codec = video.codec();
        return words.say(
                "window.sending.value",
                codec == VideoCodec.AUTO ? words.say("window.codec.auto") : codec.name(),
                String.valueOf(video.bitrate()));
    }

    private Optional<Room.Links> links() {
        return status.room() instanceof RoomState.Open open ? Optional.of(open.links()) : Optional.empty();
    }

    private String watching() {
        int watching = status.watchers().watching();
        int waiting = status.watchers().waiting();
        String text = watching == 0 ? words.say("window.watching.none") : words.say("window.watching", watching);
        return waiting == 0 ? text : text + " · " + words.say("window.waiting", waiting);
    }

    private Optional<Room.FirstAccount> account() {
        return accountNoted || screenSent || !(status.room() instanceof RoomState.Open open)
                ? Optional.empty()
                : open.firstAccount();
    }
}
