package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.desk.station.Status.Air;
import heliograph.broadcaster.desk.station.Status.RoomState;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.link.StudioListener;
import heliograph.broadcaster.link.StudioState;
import heliograph.broadcaster.link.StudioSupervisor;
import heliograph.broadcaster.link.Timeline;
import heliograph.signaling.room.Announcement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Brings the user's wishes, the studio's words, the room and the network together into one status. Lives on its
 * timeline, which is the supervisor's; any thread may call it.
 */
public final class Station implements Broadcaster, StudioListener {
    /** A studio that pulses and does not say that it stopped must not keep the user waiting. */
    static final Duration STOPPING = Duration.ofSeconds(5);

    private final Timeline timeline;
    private final List<Consumer<Status>> listeners = new ArrayList<>();
    private final Troubles troubles = new Troubles();

    private @Nullable StudioSupervisor studio;
    private @Nullable Room room;
    private @Nullable Choice wanted;
    private @Nullable Announcement announcement;
    private @Nullable String token;
    private Timeline.@Nullable Later stopping;

    private Air air = new Air.Off();
    private StudioState studioState = new StudioState.Starting();
    private Optional<Status.Devices> devices = Optional.empty();
    private RoomState roomState = new RoomState.Opening();
    private Room.Watchers watchers = new Room.Watchers(0, 0);
    private boolean online = true;
    private boolean overloaded;
    private Status published = Status.initial();

    public Station(Timeline timeline) {
        this.timeline = timeline;
    }

    /** Tells of the status, now and at each change, on the station's timeline. */
    public void listen(Consumer<Status> listener) {
        timeline.run(() -> {
            listeners.add(listener);
            listener.accept(published);
        });
    }

    /** The studio to use. */
    public void studio(StudioSupervisor supervisor) {
        timeline.run(() -> studio = supervisor);
    }

    /** The room is open; who wished to be on air goes there. */
    public void opened(Room opened) {
        timeline.run(() -> {
            room = opened;
            if (announcement != null) {
                opened.announce(announcement);
            }
            roomState = new RoomState.Open(opened.links(), opened.firstAccount(), opened.noRelay());
            if (wanted != null) {
                goOnAir(wanted);
            }
            publish();
        });
        opened.onLinks(now -> timeline.run(() -> {
            if (roomState instanceof RoomState.Open open) {
                roomState = new RoomState.Open(now, open.firstAccount(), open.noRelay());
                publish();
            }
        }));
        opened.onOverload(now -> timeline.run(() -> {
            overloaded = now;
            publish();
        }));
        opened.onWatchers(now -> timeline.run(() -> {
            watchers = now;
            publish();
        }));
    }

    /** The room cannot be opened. */
    public void notOpened(RoomException failure) {
        timeline.run(() -> {
            wanted = null;
            air = new Air.Off();
            roomState =
                    new RoomState.Failed(failure.reason(), failure.getMessage() == null ? "" : failure.getMessage());
            publish();
        });
    }

    /** Whether there is a way to the Internet. */
    public void online(boolean now) {
        timeline.run(() -> {
            online = now;
            publish();
        });
    }

    @Override
    public void start(Choice choice) {
        timeline.run(() -> {
            if (roomState instanceof RoomState.Failed) {
                return;
            }
            wanted = choice;
            // What is being stopped is stopped first: its OffAir must not be taken for the end of the new one.
            if (!(air instanceof Air.Stopping)) {
                goOnAir(choice);
            }
            publish();
        });
    }

    @Override
    public void stop() {
        timeline.run(() -> {
            boolean sending = room != null && !(air instanceof Air.Off) && studioState instanceof StudioState.Running;
            troubles.clear();
            leave(sending);
            publish();
        });
    }

    @Override
    public void monitor(StudioCommand.Monitor wish) {
        timeline.run(() -> {
            if (studio != null) {
                studio.monitor(wish);
            }
        });
    }

    private void leave(boolean sending) {
        wanted = null;
        token = null;
        if (studio != null) {
            studio.goOffAir();
        }
        air = sending ? new Air.Stopping() : new Air.Off();
        if (sending && stopping == null) {
            stopping = timeline.later(STOPPING, this::stopped);
        }
    }

    @Override
    public void remove(String viewer) {
        timeline.run(() -> {
            if (room != null) {
                room.remove(viewer);
            }
        });
    }

    @Override
    public void announce(Announcement now) {
        timeline.run(() -> {
            announcement = now;
            if (room != null) {
                room.announce(now);
            }
        });
    }

    @Override
    public void state(StudioState state) {
        studioState = state;
        if (!(state instanceof StudioState.Running)) {
            token = null;
            troubles.clear();
            if (air instanceof Air.Stopping) {
                stopped();
            } else if (state instanceof StudioState.Incompatible) {
                wanted = null;
                air = new Air.Off();
            } else if (wanted != null) {
                air = new Air.Starting();
            }
        }
        publish();
    }

    @Override
    public void event(StudioEvent event) {
        if (event instanceof StudioEvent.Devices list) {
            devices = Optional.of(new Status.Devices(list.cameras(), list.microphones(), list.whole()));
            troubles.listing(list.problems());
        } else if (event instanceof StudioEvent.OnAir on) {
            if (wanted != null && !(air instanceof Air.Stopping)) {
                air = new Air.On(on.video(), on.audio(), on.withheld());
            }
        } else if (event instanceof StudioEvent.OffAir) {
            offAir();
        } else if (event instanceof StudioEvent.TokenRefused) {
            refreshToken();
        } else if (event instanceof StudioEvent.Trouble trouble) {
            troubles.add(trouble.problem());
            if (trouble.problem().kind() == Problem.Kind.REPLACED && wanted != null) {
                leave(true);
            }
        } else if (event instanceof StudioEvent.Cured cured) {
            troubles.cured(cured.kind(), cured.device());
        }
        publish();
    }

    private void goOnAir(Choice choice) {
        Room open = room;
        // Of a change the studio itself says what it cures.
        if (air instanceof Air.Off) {
            troubles.clear();
        }
        // A change while on air is no new start.
        if (!(air instanceof Air.On)) {
            air = new Air.Starting();
        }
        if (open != null && studio != null) {
            studio.goOnAir(() -> choice.in(open, token(open)));
        }
    }

    /** After a night in which the computer slept, say: then nobody renewed it. */
    private void refreshToken() {
        if (wanted != null && !(air instanceof Air.Stopping)) {
            token = null;
            goOnAir(wanted);
        }
    }

    /** One for each stay on air: with another the studio would leave the room and come again, for all viewers to see. */
    private String token(Room open) {
        String valid = token;
        if (valid == null) {
            valid = open.broadcasterToken();
            token = valid;
        }
        return valid;
    }

    private void offAir() {
        if (air instanceof Air.Stopping) {
            stopped();
        } else {
            // Nobody asked for it: nothing was left to send, and its troubles say why.
            wanted = null;
            token = null;
            air = new Air.Off();
            if (studio != null) {
                studio.goOffAir();
            }
        }
    }

    /** What was being stopped is; who wished to start meanwhile goes on air now. */
    private void stopped() {
        if (stopping != null) {
            stopping.cancel();
            stopping = null;
        }
        air = new Air.Off();
        if (wanted != null) {
            goOnAir(wanted);
        }
        publish();
    }

    private void publish() {
        Status now = new Status(air, studioState, devices, troubles.all(), roomState, watchers, online, overloaded);
        if (!now.equals(published)) {
            published = now;
            listeners.forEach(listener -> listener.accept(now));
        }
    }
}
