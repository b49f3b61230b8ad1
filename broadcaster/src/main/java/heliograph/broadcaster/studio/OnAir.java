package heliograph.broadcaster.studio;

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
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import heliograph.signaling.protocol.IceServer;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.OfflineReason;
import java.net.http.HttpClient;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One stay on air: feeds, the place in the room, the viewers' peers; thread {@code studio}. */
final class OnAir {
    private enum Subject {
        PICTURE,
        SOUND,
        ROOM
    }

    private final NativeMedia media;
    private final Feeds feeds;
    private final HttpClient http;
    private final ScheduledExecutorService studio;
    private final Consumer<StudioEvent> events;
    private final Troubles troubles;
    private final SoundFan fan = new SoundFan();
    private final SteadySound steady = new SteadySound(fan::push);
    private final SteadyPicture steadyPicture;
    private final Map<Subject, Reports> reports = new EnumMap<>(Subject.class);
    private Broadcast broadcast;
    private List<IceServer> iceServers = List.of();
    private @Nullable Feed picture;
    private @Nullable Feed sound;
    private @Nullable RoomClient room;
    private @Nullable Peers peers;
    private StudioEvent.@Nullable OnAir told;
    private boolean ended;

    OnAir(
            Broadcast broadcast,
            NativeMedia media,
            Feeds feeds,
            HttpClient http,
            ScheduledExecutorService studio,
            Consumer<StudioEvent> events) {
        this.broadcast = broadcast;
        this.media = media;
        this.feeds = feeds;
        this.http = http;
        this.studio = studio;
        this.events = events;
        this.troubles = new Troubles(events);
        this.steadyPicture = new SteadyPicture(media.videoSource()::pushFrame, broadcast);
    }

    /** Starts the feeds and joins the room. */
    void start() {
        steady.mute(broadcast.withheld().sound());
        steadyPicture.start();
        steady.start();
        startPicture();
        startSound();
        join();
    }

    /** Goes on with other choices; viewers notice a change of devices by the picture alone. */
    void change(Broadcast next) {
        Broadcast before = broadcast;
        broadcast = next;
        steadyPicture.change(next);
        steady.mute(next.withheld().sound());
        if (!before.camera().equals(next.camera()) || !before.video().sameFrames(next.video())) {
            close(picture);
            troubles.cure(Subject.PICTURE);
            startPicture();
        }
        if (!before.microphone().equals(next.microphone())
                || !before.processing().equals(next.processing())) {
            close(sound);
            troubles.cure(Subject.SOUND);
            startSound();
        }
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

    /** Goes off air and releases every device; done when the room has been told. */
    CompletableFuture<?> end() {
        ended = true;
        CompletableFuture<?> left = leaveRoom(OfflineReason.ENDED);
        close(picture);
        close(sound);
        steadyPicture.close();
        steady.close();
        troubles.cureAll();
        return left;
    }

    private void startPicture() {
        picture = null;
        if (broadcast.sendsVideo()) {
            picture = feeds.picture(broadcast, media.factory(), steadyPicture::push, reportsOf(Subject.PICTURE));
        }
    }

    private void startSound() {
        sound = null;
        if (broadcast.sendsAudio()) {
            sound = feeds.sound(broadcast, steady::push, reportsOf(Subject.SOUND));
        }
    }

    private FeedListener reportsOf(Subject subject) {
        Reports fresh = new Reports(subject);
        reports.put(subject, fresh);
        return fresh;
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
        StudioEvent.OnAir now = new StudioEvent.OnAir(
                broadcast.sendsVideo() && !troubles.with(Subject.PICTURE),
                broadcast.sendsAudio() && !troubles.with(Subject.SOUND),
                broadcast.withheld());
        if (!now.equals(told)) {
            told = now;
            events.accept(now);
        }
    }

    private static void close(@Nullable Feed feed) {
        if (feed != null) {
            feed.close();
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
            troubles.cure(Subject.ROOM);
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
            troubles.raise(Subject.ROOM, new Problem(Problem.Kind.ROOM_UNREACHABLE, null, reason));
        }

        @Override
        public void replaced() {
            closePeers();
            troubles.cure(Subject.ROOM);
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

    /** A feed's reports, as long as it is the feed of its subject. */
    private final class Reports implements FeedListener {
        private final Subject subject;

        Reports(Subject subject) {
            this.subject = subject;
        }

        @Override
        public void trouble(Problem problem) {
            studio.execute(() -> report(() -> {
                troubles.raise(subject, problem);
                if (subject == Subject.PICTURE) {
                    steadyPicture.lost(problem.kind());
                }
            }));
        }

        @Override
        public void flowing() {
            studio.execute(() -> report(() -> troubles.cure(subject)));
        }

        private void report(Runnable change) {
            if (!ended && reports.get(subject) == this) {
                change.run();
                tell();
            }
        }
    }
}
