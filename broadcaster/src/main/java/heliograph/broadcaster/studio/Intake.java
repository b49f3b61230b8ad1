package heliograph.broadcaster.studio;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.VideoFrame;
import heliograph.broadcaster.link.Inputs;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import heliograph.broadcaster.studio.source.Tee;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The camera and the microphone: opened once, for the broadcast and for who only looks, and released when neither wants
 * them. What is on air decides which they are. Thread {@code studio}.
 */
final class Intake implements AutoCloseable {
    /** Hears what becomes of them; on thread {@code studio}. */
    interface Listener {
        /** No picture is to be waited for. */
        void pictureLost(Problem.Kind why);

        /** One of them fares otherwise than before. */
        void changed();
    }

    private enum Subject {
        PICTURE,
        SOUND
    }

    private final Feeds feeds;
    private final PeerConnectionFactory factory;
    private final Executor studio;
    private final Troubles troubles;
    private final Tee<VideoFrame> pictures = new Tee<>();
    private final Tee<byte[]> sounds = new Tee<>();
    private final Map<Subject, Reports> reports = new EnumMap<>(Subject.class);
    private Inputs looked = Inputs.NONE;
    private @Nullable Inputs aired;
    private @Nullable Listener listener;
    private Inputs open = Inputs.NONE;
    private @Nullable Feed picture;
    private @Nullable Feed sound;

    Intake(Feeds feeds, PeerConnectionFactory factory, Executor studio, Consumer<StudioEvent> events) {
        this.feeds = feeds;
        this.factory = factory;
        this.studio = studio;
        this.troubles = new Troubles(events);
    }

    /** Where frames come out, on the camera's thread. */
    Tee<VideoFrame> pictures() {
        return pictures;
    }

    /** Where blocks of sound come out, on the microphone's thread; whoever keeps one copies it. */
    Tee<byte[]> sounds() {
        return sounds;
    }

    /** These are on air from now on; what they have in common with those that are open stays open. */
    void air(Inputs inputs, Listener to) {
        aired = inputs;
        listener = to;
        settle();
    }

    /** Nothing is on air from now on. */
    void airNothing() {
        aired = null;
        listener = null;
        settle();
    }

    /** These are wanted where nothing is on air. */
    void look(Inputs inputs) {
        looked = inputs;
        settle();
    }

    /** Whether there is a camera that gives pictures, as far as is known. */
    boolean hasPicture() {
        return !(open.camera() instanceof Source.None) && pictureProblem().isEmpty();
    }

    /** Whether there is a microphone that gives sound, as far as is known. */
    boolean hasSound() {
        return !(open.microphone() instanceof Source.None)
                && troubles.with(Subject.SOUND).isEmpty();
    }

    /** Why there is no picture. */
    Optional<Problem> pictureProblem() {
        return troubles.with(Subject.PICTURE);
    }

    /** The desk has forgotten what was wrong: going on air and off it are new beginnings there. */
    void tellTroubles() {
        troubles.tellAll();
    }

    /** Releases both. */
    @Override
    public void close() {
        looked = Inputs.NONE;
        airNothing();
    }

    private void settle() {
        Inputs before = open;
        open = aired == null ? looked : aired;
        if (!before.samePicture(open)) {
            release(Subject.PICTURE, picture);
            picture = open.camera() instanceof Source.None
                    ? null
                    : feeds.picture(open, factory, pictures, reportsOf(Subject.PICTURE));
        }
        if (!before.sameSound(open)) {
            release(Subject.SOUND, sound);
            sound = open.microphone() instanceof Source.None
                    ? null
                    : feeds.sound(open, sounds, reportsOf(Subject.SOUND));
        }
    }

    private void release(Subject subject, @Nullable Feed feed) {
        reports.remove(subject);
        if (feed != null) {
            feed.close();
        }
        troubles.cure(subject);
    }

    private FeedListener reportsOf(Subject subject) {
        Reports fresh = new Reports(subject);
        reports.put(subject, fresh);
        return fresh;
    }

    /** A feed's reports, as long as it is the feed of its subject. */
    private final class Reports implements FeedListener {
        private final Subject subject;

        Reports(Subject subject) {
            this.subject = subject;
        }

        @Override
        public void trouble(Problem problem) {
            report(() -> {
                troubles.raise(subject, problem);
                if (subject == Subject.PICTURE && listener != null) {
                    listener.pictureLost(problem.kind());
                }
            });
        }

        @Override
        public void flowing() {
            report(() -> troubles.cure(subject));
        }

        private void report(Runnable change) {
            studio.execute(() -> {
                if (reports.get(subject) == this) {
                    change.run();
                    if (listener != null) {
                        listener.changed();
                    }
                }
            });
        }
    }
}
