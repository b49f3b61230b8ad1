package heliograph.broadcaster.studio.pulse;

import com.sun.jna.Pointer;
import heliograph.broadcaster.link.Microphone;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A connection to the audio daemon with a main loop of its own, turned by hand; one thread. */
final class PulseConnection implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int TURN_MICROS = 50_000;
    private static final int NO_SINK = -1;
    /** {@code pa_source_info} on 64-bit systems. */
    private static final int INFO_NAME = 0;

    private static final int INFO_DESCRIPTION = 16;
    private static final int INFO_MONITOR_OF_SINK = 308;

    private final LibPulse pulse;
    private final Pointer loop;
    private final Pointer context;
    private boolean changed;
    private boolean closed;

    /** Kept here: the collector must not take what the library calls. */
    private final LibPulse.SubscribeCallback subscription = (c, event, index, data) -> changed = true;

    private PulseConnection(LibPulse pulse) {
        this.pulse = pulse;
        this.loop = pulse.pa_mainloop_new();
        this.context = pulse.pa_context_new(pulse.pa_mainloop_get_api(loop), "Heliograph");
    }

    /** Connects to the daemon that the environment names, and starts none. */
    static PulseConnection open(LibPulse pulse) throws PulseException {
        PulseConnection connection = new PulseConnection(pulse);
        try {
            connection.connect();
            return connection;
        } catch (PulseException | RuntimeException | Error e) {
            connection.close();
            throw e;
        }
    }

    LibPulse library() {
        return pulse;
    }

    Pointer context() {
        return context;
    }

    /** Whether the daemon is still there. */
    boolean alive() {
        return pulse.pa_context_get_state(context) == LibPulse.CONTEXT_READY;
    }

    /** Waits for something to happen, a moment at most, and lets the library do its part. */
    void turn() throws PulseException {
        if (pulse.pa_mainloop_prepare(loop, TURN_MICROS) < 0
                || pulse.pa_mainloop_poll(loop) < 0
                || pulse.pa_mainloop_dispatch(loop) < 0) {
            throw new PulseException("the main loop ended");
        }
    }

    /** From now on {@link #takeChange} tells of sources that come and go. */
    void subscribe() throws PulseException {
        pulse.pa_context_set_subscribe_callback(context, subscription, null);
        await(pulse.pa_context_subscribe(context, LibPulse.SUBSCRIBE_SOURCES_AND_SERVER, null, null));
    }

    /** Whether something changed since this was asked last. */
    boolean takeChange() {
        boolean was = changed;
        changed = false;
        return was;
    }

    /** The microphones, in the daemon's order. The monitor of a speaker is a source to it too, and none to us. */
    List<Microphone> microphones() throws PulseException {
        List<Microphone> found = new ArrayList<>();
        LibPulse.SourceInfoCallback each = (c, info, end, data) -> {
            if (end == 0 && info != null && info.getInt(INFO_MONITOR_OF_SINK) == NO_SINK) {
                String name = text(info, INFO_NAME);
                found.add(new Microphone(name, text(info, INFO_DESCRIPTION)));
            }
        };
        await(pulse.pa_context_get_source_info_list(context, each, null));
        return found;
    }

    private void connect() throws PulseException {
        if (pulse.pa_context_connect(context, null, LibPulse.CONTEXT_NOAUTOSPAWN, null) < 0) {
            throw failure("no audio daemon");
        }
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!alive()) {
            if (pulse.pa_context_get_state(context) > LibPulse.CONTEXT_READY || System.nanoTime() > until) {
                throw failure("no audio daemon");
            }
            turn();
        }
    }

    private void await(@Nullable Pointer operation) throws PulseException {
        if (operation == null) {
            throw failure("refused");
        }
        long until = System.nanoTime() + LIMIT.toNanos();
        try {
            while (pulse.pa_operation_get_state(operation) == LibPulse.OPERATION_RUNNING) {
                if (!alive() || System.nanoTime() > until) {
                    throw failure("no answer");
                }
                turn();
            }
        } finally {
            pulse.pa_operation_unref(operation);
        }
    }

    private PulseException failure(String what) {
        return new PulseException(what + ": " + pulse.pa_strerror(pulse.pa_context_errno(context)));
    }

    private static String text(Pointer info, int offset) {
        Pointer text = info.getPointer(offset);
        return text == null ? "" : text.getString(0, StandardCharsets.UTF_8.name());
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pulse.pa_context_disconnect(context);
            pulse.pa_context_unref(context);
            pulse.pa_mainloop_free(loop);
        }
    }
}
