package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.station.Notices;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.StateLine;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.text.Words;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The window's words without a window: the link to the terminal, changes to the log. Lives on the station's timeline. */
final class HeadlessReport implements Consumer<Status> {
    private static final Logger LOG = LoggerFactory.getLogger(HeadlessReport.class);

    private final Terminal terminal;
    private final Words words;
    private final Settings settings;
    private final Notices notices;
    private boolean begun;
    private Optional<Shown> shown = Optional.empty();
    private String state = "";
    private List<String> noticed = List.of();

    /** What is printed of the way over TLS. */
    private record Shown(URI uri, Optional<String> fingerprint) {}

    HeadlessReport(Terminal terminal, Words words, Settings settings) {
        this.terminal = terminal;
        this.words = words;
        this.settings = settings;
        this.notices = new Notices(words, settings);
    }

    @Override
    public void accept(Status status) {
        if (status.room() instanceof RoomState.Open open) {
            links(open);
        }
        state(StateLine.of(status, words));
        notices(notices.of(status, settings.camera(), settings.microphone()));
    }

    private void links(RoomState.Open open) {
        Room.Links links = open.links();
        if (!begun) {
            begun = true;
            open.firstAccount().ifPresent(it -> terminal.say(words.say("headless.account", it.user(), it.password())));
            terminal.say(words.say("headless.watch", links.plain()));
        }
        // Again when another address or certificate makes it another, and not when an address that is not printed comes
        // or goes.
        Optional<Shown> now = links.secure().map(it -> new Shown(it.uri(), it.fingerprint()));
        if (!now.equals(shown)) {
            now.ifPresent(secure -> {
                terminal.say(words.say("headless.watch", secure.uri()));
                secure.fingerprint().ifPresent(it -> terminal.say(words.say("headless.fingerprint", it)));
            });
        }
        shown = now;
    }

    private void state(StateLine line) {
        if (line.text().equals(state)) {
            return;
        }
        state = line.text();
        if (line.tone() == StateLine.Tone.WARNING || line.tone() == StateLine.Tone.BAD) {
            LOG.warn("desk: {}", state);
        } else {
            LOG.info("desk: {}", state);
        }
    }

    private void notices(List<String> now) {
        now.stream().filter(it -> !noticed.contains(it)).forEach(it -> LOG.warn("desk: {}", it));
        noticed.stream()
                .filter(it -> !now.contains(it))
                .forEach(it -> LOG.info("desk: {}", words.say("problem.cured", it)));
        noticed = now;
    }
}
