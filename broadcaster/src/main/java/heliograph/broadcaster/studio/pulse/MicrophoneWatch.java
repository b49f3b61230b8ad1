package heliograph.broadcaster.studio.pulse;

import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.studio.source.Worker;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Notices microphones, and the audio daemon itself, that come and go; on a thread {@code microphone-watch}. */
public final class MicrophoneWatch {
    /**
     * What there is.
     *
     * @param noDaemon why the daemon cannot be asked; null when it can
     */
    public record Found(
            List<Microphone> microphones, @Nullable String noDaemon) {
        public Found {
            microphones = List.copyOf(microphones);
        }
    }

    private static final Duration TRY_AGAIN = Duration.ofSeconds(2);

    private final Consumer<Found> changed;
    private @Nullable Found told;

    private MicrophoneWatch(Consumer<Found> changed) {
        this.changed = changed;
    }

    /** Tells what there is, first at once, then at each change, on its own thread; ends with the worker. */
    public static Worker start(Consumer<Found> changed) {
        return new Worker("microphone-watch", new MicrophoneWatch(changed)::run).start();
    }

    private void run(Worker self) throws InterruptedException {
        LibPulse pulse;
        try {
            pulse = LibPulse.load();
        } catch (UnsatisfiedLinkError e) {
            tell(new Found(List.of(), e.getMessage()));
            return;
        }
        do {
            try (PulseConnection connection = PulseConnection.open(pulse)) {
                watch(self, connection);
            } catch (PulseException e) {
                tell(new Found(List.of(), e.getMessage()));
            }
        } while (self.pause(TRY_AGAIN));
    }

    private void watch(Worker self, PulseConnection connection) throws PulseException {
        connection.subscribe();
        tell(new Found(connection.microphones(), null));
        while (self.running()) {
            connection.turn();
            if (!connection.alive()) {
                throw new PulseException("the audio daemon went away");
            }
            if (connection.takeChange()) {
                tell(new Found(connection.microphones(), null));
            }
        }
    }

    private void tell(Found found) {
        if (!found.equals(told)) {
            told = found;
            changed.accept(found);
        }
    }
}
