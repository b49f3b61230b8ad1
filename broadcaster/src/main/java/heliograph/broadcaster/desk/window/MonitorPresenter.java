package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.link.Inputs;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import java.awt.image.BufferedImage;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * What the window shows of what comes in, and what it therefore asks for: nothing while nobody can see it. Knows no Swing; lives
 * on the window's thread. Times are {@code System.nanoTime()}'s.
 */
final class MonitorPresenter {
    /** A picture that is older says nothing about now. */
    static final long FRESH_NANOS = 1_500_000_000L;

    /** What the place of the picture shows. */
    enum Scene {
        OFF,
        NO_CAMERA,
        WAITING,
        PICTURE
    }

    /**
     * All that is shown.
     *
     * @param picture there in {@link Scene#PICTURE} alone
     * @param hearing whether there is a microphone to show the level of
     */
    record View(Scene scene, @Nullable BufferedImage picture, boolean hearing, Meter.Reading sound) {}

    private final Consumer<StudioCommand.Monitor> wish;
    private final Memory memory;
    private final Meter meter = new Meter();
    private Inputs inputs = Inputs.NONE;
    private boolean seen;
    private boolean on;
    private boolean changing;
    private StudioCommand.Monitor told = StudioCommand.Monitor.NOTHING;
    private @Nullable BufferedImage picture;
    private long pictureAt;

    MonitorPresenter(Consumer<StudioCommand.Monitor> wish, Memory memory) {
        this.wish = wish;
        this.memory = memory;
        this.on = memory.known().preview();
    }

    /** Whether the user wants to look. */
    boolean isOn() {
        return on;
    }

    /** These are chosen. */
    void inputs(Inputs chosen, long now) {
        if (!inputs.samePicture(chosen)) {
            picture = null;
        }
        if (!inputs.sameSound(chosen)) {
            meter.reset(now);
        }
        inputs = chosen;
        settle(now);
    }

    /** Whether the window can be seen. */
    void seen(boolean now, long at) {
        seen = now;
        settle(at);
    }

    /** A page takes the place of another: what is looked at is not let go for the moment between. */
    void throughout(Runnable change, long now) {
        changing = true;
        try {
            change.run();
        } finally {
            changing = false;
        }
        settle(now);
    }

    /** Whether the user wants to look. */
    void preview(boolean wanted, long now) {
        on = wanted;
        memory.note(known -> known.preview(wanted));
        settle(now);
    }

    void picture(BufferedImage now, long at) {
        picture = now;
        pictureAt = at;
    }

    void level(StudioEvent.Level level, long at) {
        meter.level(level, at);
    }

    View at(long now) {
        boolean fresh = picture != null && now - pictureAt < FRESH_NANOS;
        Scene scene = !on
                ? Scene.OFF
                : inputs.camera() instanceof Source.None ? Scene.NO_CAMERA : fresh ? Scene.PICTURE : Scene.WAITING;
        return new View(scene, scene == Scene.PICTURE ? picture : null, told.sound(), meter.at(now));
    }

    private void settle(long now) {
        if (changing) {
            return;
        }
        boolean looks = seen && on;
        boolean sees = looks && !(inputs.camera() instanceof Source.None);
        boolean hears = looks && !(inputs.microphone() instanceof Source.None);
        StudioCommand.Monitor next =
                sees || hears ? new StudioCommand.Monitor(inputs, sees, hears) : StudioCommand.Monitor.NOTHING;
        if (hears && !told.sound()) {
            meter.reset(now);
        }
        if (!sees) {
            picture = null;
        }
        if (!next.equals(told)) {
            told = next;
            wish.accept(next);
        }
    }
}
