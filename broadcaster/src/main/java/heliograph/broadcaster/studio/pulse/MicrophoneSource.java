package heliograph.broadcaster.studio.pulse;

import heliograph.broadcaster.link.BackOff;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.studio.sound.SoundProcessing;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import heliograph.broadcaster.studio.source.Worker;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A microphone as a source: records on a thread {@code microphone}; when it is gone, says so and tries again. Only ever the one that was chosen.
 */
public final class MicrophoneSource implements Feed {
    private static final Logger log = LoggerFactory.getLogger(MicrophoneSource.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(2);
    private static final long SILENT_NANOS = 3_000_000_000L;

    private final Consumer<byte[]> sound;
    private final Source.Device wanted;
    private final Broadcast.Processing wish;
    private final FeedListener listener;
    private final BackOff backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE);
    private final Worker worker;
    private boolean lost;

    public MicrophoneSource(
            Consumer<byte[]> sound, Source.Device wanted, Broadcast.Processing wish, FeedListener listener) {
        this.sound = sound;
        this.wanted = wanted;
        this.wish = wish;
        this.listener = listener;
        this.worker = new Worker("microphone", this::run).start();
    }

    private void run(Worker self) throws InterruptedException {
        while (self.running()) {
            Problem problem = record(self);
            if (problem == null) {
                return;
            }
            boolean absent = problem.kind() == Problem.Kind.MICROPHONE_MISSING
                    || problem.kind() == Problem.Kind.MICROPHONE_FAILED;
            // Lost is what the user noticed; that it is not there now is no news.
            if (!absent || !lost) {
                listener.trouble(problem);
                lost = problem.kind() == Problem.Kind.MICROPHONE_LOST;
            }
            self.pause(backOff.next());
        }
    }

    /** Records until it is to end, null, or until it cannot go on. */
    private @Nullable Problem record(Worker self) {
        Hearing hearing = new Hearing();
        try (PulseConnection connection = PulseConnection.open(LibPulse.load());
                SoundProcessing processing = new SoundProcessing(wish)) {
            Optional<Microphone> there = connection.microphones().stream()
                    .filter(m -> wanted.id().isEmpty() ? m.name().equals(wanted.name()) : m.id().equals(wanted.id()))
                    .findFirst();
            if (there.isEmpty()) {
                return problem(Problem.Kind.MICROPHONE_MISSING, null);
            }
            try (PulseStream stream = PulseStream.open(connection, there.get().id())) {
                log.info("microphone {}: recording", there.get().name());
                hearing.opened = true;
                return flow(self, stream, processing, hearing);
            }
        } catch (PulseException e) {
            return problem(hearing.end(), e.getMessage());
        } catch (RuntimeException | Error e) {
            return problem(hearing.end(), e.toString());
        }
    }

    private @Nullable Problem flow(Worker self, PulseStream stream, SoundProcessing processing, Hearing hearing)
            throws PulseException {
        hearing.last = System.nanoTime();
        while (self.running()) {
            stream.read(block -> {
                hearing.last = System.nanoTime();
                // A source that opens and says nothing is as bad as one that does not open.
                if (!hearing.heard) {
                    hearing.heard = true;
                    lost = false;
                    backOff.reset();
                    listener.flowing();
                }
                sound.accept(processing.process(block));
            });
            if (!stream.alive()) {
                return problem(Problem.Kind.MICROPHONE_LOST, "it is gone");
            }
            if (System.nanoTime() - hearing.last > SILENT_NANOS) {
                return problem(Problem.Kind.MICROPHONE_SILENT, null);
            }
        }
        return null;
    }

    private Problem problem(Problem.Kind kind, @Nullable String detail) {
        return new Problem(kind, wanted.name(), detail);
    }

    /** What came of one try. */
    private static final class Hearing {
        boolean opened;
        boolean heard;
        long last;

        Problem.Kind end() {
            return opened ? Problem.Kind.MICROPHONE_LOST : Problem.Kind.MICROPHONE_FAILED;
        }
    }

    @Override
    public void close() {
        worker.close();
    }
}
