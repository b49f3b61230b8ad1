package heliograph.broadcaster.studio.pulse;

import com.sun.jna.Memory;
import com.sun.jna.Pointer;
import com.sun.jna.ptr.NativeLongByReference;
import com.sun.jna.ptr.PointerByReference;
import heliograph.broadcaster.studio.sound.SoundFan;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * The sound of one source, in blocks of 10 ms; one thread. It is never moved to another source: when its own goes, it
 * ends, rather than to go on with a microphone that nobody chose.
 */
final class PulseStream implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(2);
    private static final int ANY = -1;

    private final PulseConnection connection;
    private final LibPulse pulse;
    private final Pointer stream;
    private final byte[] block = new byte[SoundFan.BLOCK_BYTES];
    private int filled;
    private boolean closed;

    private PulseStream(PulseConnection connection, Pointer stream) {
        this.connection = connection;
        this.pulse = connection.library();
        this.stream = stream;
    }

    /** Begins to record a source, mono, 16 bits. */
    static PulseStream open(PulseConnection connection, String source) throws PulseException {
        LibPulse pulse = connection.library();
        try (Memory format = new Memory(12);
                Memory buffering = new Memory(20)) {
            format.clear();
            format.setInt(0, LibPulse.SAMPLE_S16LE);
            format.setInt(4, SoundFan.RATE);
            format.setByte(8, (byte) 1);
            buffering.clear();
            for (int field = 0; field < 4; field++) {
                buffering.setInt(field * 4L, ANY);
            }
            buffering.setInt(16, SoundFan.BLOCK_BYTES);
            Pointer stream = pulse.pa_stream_new(connection.context(), "Microphone", format, null);
            PulseStream opened = new PulseStream(connection, stream);
            try {
                opened.connect(source, buffering);
                return opened;
            } catch (PulseException | RuntimeException | Error e) {
                opened.close();
                throw e;
            }
        }
    }

    /** Whether its source and the daemon are still there. */
    boolean alive() {
        return connection.alive() && pulse.pa_stream_get_state(stream) == LibPulse.STREAM_READY;
    }

    /** Waits a moment for sound and hands on each whole block; the same array each time. */
    void read(Consumer<byte[]> blocks) throws PulseException {
        connection.turn();
        PointerByReference data = new PointerByReference();
        NativeLongByReference size = new NativeLongByReference();
        while (alive() && pulse.pa_stream_readable_size(stream).longValue() > 0) {
            if (pulse.pa_stream_peek(stream, data, size) < 0) {
                throw new PulseException("cannot be read");
            }
            long bytes = size.getValue().longValue();
            Pointer sound = data.getValue();
            if (bytes > 0) {
                // No address with a size is a hole: as much silence.
                cut(sound == null ? new byte[(int) bytes] : sound.getByteArray(0, (int) bytes), blocks);
                pulse.pa_stream_drop(stream);
            }
        }
    }

    private void cut(byte[] sound, Consumer<byte[]> blocks) {
        int taken = 0;
        while (taken < sound.length) {
            int part = Math.min(sound.length - taken, block.length - filled);
            System.arraycopy(sound, taken, block, filled, part);
            taken += part;
            filled += part;
            if (filled == block.length) {
                filled = 0;
                blocks.accept(block);
            }
        }
    }

    private void connect(String source, Memory buffering) throws PulseException {
        int flags = LibPulse.STREAM_DONT_MOVE | LibPulse.STREAM_ADJUST_LATENCY;
        if (pulse.pa_stream_connect_record(stream, source, buffering, flags) < 0) {
            throw new PulseException("refused");
        }
        long until = System.nanoTime() + LIMIT.toNanos();
        while (!alive()) {
            if (!connection.alive()
                    || pulse.pa_stream_get_state(stream) > LibPulse.STREAM_READY
                    || System.nanoTime() > until) {
                throw new PulseException(pulse.pa_strerror(pulse.pa_context_errno(connection.context())));
            }
            connection.turn();
        }
    }

    @Override
    public void close() {
        if (!closed) {
            closed = true;
            pulse.pa_stream_disconnect(stream);
            pulse.pa_stream_unref(stream);
        }
    }
}
