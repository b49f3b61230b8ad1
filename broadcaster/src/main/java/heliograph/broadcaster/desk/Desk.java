package heliograph.broadcaster.desk;

import heliograph.broadcaster.desk.relay.RelayOpener;
import heliograph.broadcaster.desk.settings.Account;
import heliograph.broadcaster.desk.settings.Intent;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.settings.SettingsReader;
import heliograph.broadcaster.desk.settings.Surroundings;
import heliograph.broadcaster.desk.station.Guests;
import heliograph.broadcaster.desk.station.Monitoring;
import heliograph.broadcaster.desk.station.NetworkCheck;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.RoomException;
import heliograph.broadcaster.desk.station.Station;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.desk.station.ViewerList;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.desk.window.DeskWindow;
import heliograph.broadcaster.desk.window.NoWindowException;
import heliograph.broadcaster.desk.window.Screen;
import heliograph.broadcaster.link.SingleThread;
import heliograph.broadcaster.link.StudioCommandLine;
import heliograph.broadcaster.link.StudioLauncher;
import heliograph.broadcaster.link.StudioProcess;
import heliograph.broadcaster.link.StudioSupervisor;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Function;
import org.slf4j.LoggerFactory;

/** The one place where the program is put together. Lives on the main thread. */
final class Desk {
    private static final Duration CONNECTING = Duration.ofSeconds(3);

    private final String studioMain;
    private final Surroundings surroundings;
    private final Terminal terminal;
    private final Exit exit;
    private final Function<Settings, Optional<RelayOpener>> relay;

    /** {@code relay} is the relay for a broadcast with these settings, where there is to be one. */
    Desk(
            String studioMain,
            Surroundings surroundings,
            Terminal terminal,
            Exit exit,
            Function<Settings, Optional<RelayOpener>> relay) {
        this.studioMain = studioMain;
        this.relay = relay;
        this.surroundings = surroundings;
        this.terminal = terminal;
        this.exit = exit;
    }

    /** Runs until somebody ends it; the exit status. */
    int run(String... args) throws InterruptedException {
        Intent intent = new SettingsReader(surroundings, Version.text()).read(args);
        if (!(intent instanceof Intent.Run run)) {
            return terminal.settle(intent);
        }
        run.warnings().forEach(terminal::complain);
        try {
            return run(run.settings(), run.words());
        } catch (RuntimeException e) {
            LoggerFactory.getLogger(Desk.class).error("desk: a bug", e);
            terminal.complain(run.words().say("failed", e));
            return Exit.FAILED;
        }
    }

    private int run(Settings settings, Words words) throws InterruptedException {
        boolean window = !settings.headless() && !settings.listDevices() && hasScreen(words);
        Terminal patient = window ? terminal : terminal.patient(exit);
        ScratchFolder scratch;
        try {
            DataFolder.make(settings.data());
            if (window) {
                LogSettings.toFile(settings.data());
            } else {
                LogSettings.toStandardError(patient.err());
            }
            scratch = ScratchFolder.in(settings.data());
        } catch (IOException e) {
            terminal.complain(words.say("data-folder", settings.data(), DataFolder.reason(e)));
            return Exit.FAILED;
        }
        SingleThread timeline = new SingleThread("desk");
        Station station = new Station(timeline);
        ViewerList viewers = new ViewerList(timeline, System::nanoTime, station);
        Monitoring monitoring = new Monitoring(timeline, viewers);
        StudioSupervisor studio = new StudioSupervisor(launcher(scratch), timeline, monitoring);
        exit.closing(studio);
        exit.lastWords(scratch);
        station.studio(studio);
        station.announce(settings.announcement());
        if (settings.listDevices()) {
            DeviceListing listing = new DeviceListing(terminal, words, settings.screen());
            station.listen(listing);
            studio.start();
            return listing.print();
        }
        studio.start();
        openRoom(
                settings,
                room -> {
                    viewers.opened(room);
                    station.opened(room);
                },
                station);
        station.listen(new NetworkLog(words));
        checkNetwork(settings, station);
        if (window) {
            DeskWindow desk = DeskWindow.open(station, guests(settings), settings, words, () -> exit.ask(Exit.OK));
            exit.closing(desk);
            station.listen(desk);
            viewers.listen(desk::viewers);
            monitoring.listen(desk);
        } else {
            station.listen(new HeadlessReport(patient, words, settings));
            station.listen(new AutoStart(settings, station, words));
            station.listen(endWithoutRoom(exit));
        }
        return exit.await();
    }

    private static Guests guests(Settings settings) {
        Account account = settings.account();
        String only = account == null ? null : account.user();
        return new FolderGuests(settings.data(), only, new SecureRandom(), InstantSource.system());
    }

    private StudioLauncher launcher(ScratchFolder scratch) {
        List<String> options = new ArrayList<>(LogSettings.ofStudio());
        options.addAll(scratch.options());
        return scratch.around(StudioProcess.launcher(StudioCommandLine.ofThisJvm(studioMain, options)));
    }

    private boolean hasScreen(Words words) {
        if (!surroundings.hasDisplay()) {
            return false;
        }
        try {
            Screen.require();
            return true;
        } catch (NoWindowException e) {
            terminal.complain(words.say("no-window", String.valueOf(e.getMessage())));
            return false;
        }
    }

    private void openRoom(Settings settings, Consumer<Room> opened, Station station) {
        Room.Opener opener = () -> SignalingRoom.open(settings, relay.apply(settings));
        Thread thread = new Thread(
                () -> {
                    try {
                        Room room = opener.open();
                        exit.closing(room);
                        opened.accept(room);
                    } catch (RoomException e) {
                        station.notOpened(e);
                    }
                },
                "room-start");
        thread.setDaemon(true);
        thread.start();
    }

    private static void checkNetwork(Settings settings, Station station) {
        SingleThread timeline = new SingleThread("network-check");
        new NetworkCheck(settings.networkCheck(), CONNECTING, timeline, station::online).start();
    }

    /** Nobody is there to read a notice and try another port. */
    private static Consumer<Status> endWithoutRoom(Exit exit) {
        return status -> {
            if (status.room() instanceof RoomState.Failed failed) {
                exit.ask(
                        switch (failed.reason()) {
                            case PORT_TAKEN, CANNOT_LISTEN, HTTPS_PORT_TAKEN, HTTPS_CANNOT_LISTEN -> Exit.CANNOT_LISTEN;
                            case CERTIFICATE, DATA_FOLDER, FAILED -> Exit.FAILED;
                        });
            }
        };
    }
}
