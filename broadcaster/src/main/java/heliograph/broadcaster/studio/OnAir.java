package heliograph.broadcaster.studio;

import dev.onvoid.webrtc.media.video.VideoFrame;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.PeerFigures;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.studio.media.NativeMedia;
import heliograph.broadcaster.studio.peer.PeerSettings;
import heliograph.broadcaster.studio.peer.Peers;
import heliograph.broadcaster.studio.picture.SteadyPicture;
import heliograph.broadcaster.studio.room.RoomClient;
import heliograph.broadcaster.studio.sound.SoundFan;
import heliograph.broadcaster.studio.sound.SteadySound;
import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import java.net.http.HttpClient;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One stay on air: what is sent, the place in the room, the viewers' peers; thread {@code studio}. */
final class OnAir {
    private static final String ROOM = "room";

    private final NativeMedia media;
    private final Intake intake;
    private final HttpClient http;
    private final ScheduledExecutorService studio;
    private final Consumer<StudioEvent> events;
    private final Troubles troubles;
    private final SoundFan fan = new SoundFan();
    private final SteadySound steady = new SteadySound(fan::push);
    private final SteadyPicture steadyPicture;
    private final Consumer<VideoFrame> pictures;
    private final Consumer<byte[]> sounds = steady::push;
    private final Intake.Listener fromIntake = new FromIntake();
    private Broadcast broadcast;
    private List<IceServer> iceServers = List.of();
    private @Nullable RoomClient room;
    private @Nullable Peers peers;
    private StudioEvent.@Nullable OnAir told;
    private boolean ended;

    OnAir(
            Broadcast broadcast,
            NativeMedia media,
            Intake intake,
            HttpClient http,
            ScheduledExecutorService studio,
            Consumer<StudioEvent> events) {
        this.broadcast = broadcast;
        this.media = media;
        this.intake = intake;
        this.http = http;
        this.studio = studio;
        this.events = events;
        this.troubles = new Troubles(events);
        this.steadyPicture = new SteadyPicture(media.videoSource()::pushFrame, broadcast);
        this.pictures = steadyPicture::push;
    }

    /** Takes picture and sound, and joins the room. */
    void start() {
        steady.mute(broadcast.withheld().sound());
        steadyPicture.start();
        steady.start();
        intake.pictures().join(pictures);
        intake.sounds().join(sounds);
        // One that was looked at before may be in trouble already.
        intake.air(broadcast.inputs(), fromIntake);
        intake.pictureProblem().ifPresent(problem -> steadyPicture.lost(problem.kind()));
        join();
    }

    /** Goes on with other choices; viewers notice a change of devices by the picture alone. */
    void change(Broadcast next) {
        Broadcast before = broadcast;
        broadcast = next;
        steadyPicture.change(next);
        steady.mute(next.withheld().sound());
        intake.air(next.inputs(), fromIntake);
        if (!before.room().equals(next.room()) || !before.token().equals(next.token())) {
            var unused = leaveRoom(OfflineReason.INTERRUPTED);
            join();
        } else if (before.sendsVideo() != next.sendsVideo()
                || before.sendsAudio() != next.sendsAudio()
                || !before.video().codec().equals(next.video().codec())) {
            // Other tracks or another codec: the viewers' sessions must be made anew, and come back by themselves.
            restartSessions();
        } else if (peers != null) {
            peers.change(PeerSettings.of(broadcast, iceServers));
        }
        told = null;
        tell();
    }

    /** Goes off air and lets go of the devices; done when the room has been told. */
    CompletableFuture<?> end() {
        ended = true;
        CompletableFuture<?> left = leaveRoom(OfflineReason.ENDED);
        intake.pictures().leave(pictures);
        intake.sounds().leave(sounds);
        intake.airNothing();
        steadyPicture.close();
        steady.close();
        troubles.cure(ROOM);
        return left;
    }

    private void join() {
        room = new RoomClient(http, broadcast.room(), broadcast.token(), studio, new InRoom());
        room.join();
    }

    private CompletableFuture<?> leaveRoom(OfflineReason reason) {
        closePeers();
        RoomClient leaving = room;
        room = null;
        return leaving == null ? CompletableFuture.completedFuture(null) : leaving.leave(new Message.Offline(reason));
    }

    private void restartSessions() {
        if (room == null || !room.joined()) {
            return;
        }
        room.send(new Message.Offline(OfflineReason.INTERRUPTED));
        openPeers();
        room.send(new Message.Live(null, null));
    }

    private void openPeers() {
        closePeers();
        peers = new Peers(media, fan, studio, PeerSettings.of(broadcast, iceServers), new FromPeers());
    }

    private void closePeers() {
        if (peers != null) {
            peers.close();
            peers = null;
        }
    }

    /** Says what is on air, when that is something else than what was said last. */
    private void tell() {
        if (ended || room == null || !room.joined()) {
            return;
        }
        StudioEvent.OnAir now = new StudioEvent.OnAir(intake.hasPicture(), intake.hasSound(), broadcast.withheld());
        if (!now.equals(told)) {
            told = now;
            events.accept(now);
        }
    }

    private final class InRoom implements RoomClient.Listener {
        @Override
        public void joined(Message.Joined joined) {
            iceServers = joined.iceServers();
            openPeers();
            if (room != null) {
                room.send(new Message.Live(null, null));
            }
            troubles.cure(ROOM);
            told = null;
            tell();
        }

        @Override
        public void received(Message message) {
            if (message instanceof Message.IceServers renewed) {
                iceServers = renewed.iceServers();
            }
            if (peers == null) {
                return;
            }
            if (message instanceof Message.IceServers) {
                peers.change(PeerSettings.of(broadcast, iceServers));
            } else {
                peers.received(message);
            }
        }

        @Override
        public void tokenRefused() {
            events.accept(new StudioEvent.TokenRefused());
        }

        @Override
        public void unreachable(String reason) {
            closePeers();
            troubles.raise(ROOM, new Problem(Problem.Kind.ROOM_UNREACHABLE, null, reason));
        }

        @Override
        public void replaced() {
            closePeers();
            troubles.cure(ROOM);
            // Not one of the troubles of this stay, which are over with it: the desk ends it, and keeps this.
            events.accept(new StudioEvent.Trouble(new Problem(Problem.Kind.REPLACED, null, null)));
        }
    }

    private final class FromPeers implements Peers.Listener {
        @Override
        public void send(Message message) {
            if (room != null) {
                room.send(message);
            }
        }

        @Override
        public void counted(int open, int connected) {
            events.accept(new StudioEvent.Peers(open, connected));
        }

        @Override
        public void figures(List<PeerFigures> peers) {
            events.accept(new StudioEvent.Figures(peers));
        }
    }

    private final class FromIntake implements Intake.Listener {
        @Override
        public void pictureLost(Problem.Kind why) {
            steadyPicture.lost(why);
        }

        @Override
        public void changed() {
            tell();
        }
    }
}
