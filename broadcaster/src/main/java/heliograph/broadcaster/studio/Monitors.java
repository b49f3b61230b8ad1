package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.StudioEvent;
import heliograph.broadcaster.studio.picture.Preview;
import heliograph.broadcaster.studio.sound.LevelMeter;
import java.util.Base64;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** What of picture and sound the desk is shown: nothing is computed while nobody looks. Thread {@code studio}. */
final class Monitors implements AutoCloseable {
    private final Intake intake;
    private final Executor studio;
    private final Consumer<StudioEvent> events;
    /** The level that is on its way: where the desk does not read, the newest one waits, and not a queue. */
    private final AtomicReference<StudioEvent.@Nullable Level> level = new AtomicReference<>();

    private @Nullable Preview preview;
    private @Nullable LevelMeter meter;

    Monitors(Intake intake, Executor studio, Consumer<StudioEvent> events) {
        this.intake = intake;
        this.studio = studio;
        this.events = events;
    }

    /** From now on this is looked at. */
    void change(StudioCommand.Monitor wish) {
        watch(wish.picture());
        listen(wish.sound());
        intake.look(wish.inputs().only(wish.picture(), wish.sound()));
    }

    @Override
    public void close() {
        watch(false);
        listen(false);
    }

    private void watch(boolean wanted) {
        if (wanted && preview == null) {
            preview = new Preview(this::show);
            intake.pictures().join(preview);
        } else if (!wanted && preview != null) {
            intake.pictures().leave(preview);
            preview.close();
            preview = null;
        }
    }

    private void listen(boolean wanted) {
        if (wanted && meter == null) {
            meter = new LevelMeter(this::tell);
            intake.sounds().join(meter);
        } else if (!wanted && meter != null) {
            intake.sounds().leave(meter);
            meter = null;
        }
    }

    /** On the preview's own thread, which may wait for the desk to read: the next picture is made after it. */
    private void show(byte[] jpeg) {
        events.accept(new StudioEvent.Preview(Base64.getEncoder().encodeToString(jpeg)));
    }

    /** On the microphone's thread, which must not wait. */
    private void tell(StudioEvent.Level now) {
        if (level.getAndSet(now) == null) {
            studio.execute(() -> {
                StudioEvent.Level newest = level.getAndSet(null);
                if (newest != null) {
                    events.accept(newest);
                }
            });
        }
    }
}
