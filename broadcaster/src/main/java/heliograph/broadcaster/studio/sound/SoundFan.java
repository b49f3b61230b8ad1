package heliograph.broadcaster.studio.sound;

import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import java.util.ArrayList;
import java.util.List;

/**
 * Hands each block of sound to every peer's own source. Any thread.
 *
 * <p>A source of its own for each peer, because libwebrtc does not lock a custom source's list of sinks: one that is
 * pushed into while its track is added or removed crashes. So a source joins after its track was added and leaves
 * before it is removed, and {@link #leave} returns only when nothing is being pushed any more.
 */
public final class SoundFan {
    public static final int RATE = 48_000;
    public static final int BLOCK_SAMPLES = RATE / 100;
    public static final int BLOCK_BYTES = BLOCK_SAMPLES * 2;
    private static final int BITS = 16;

    private final List<CustomAudioSource> sources = new ArrayList<>();

    /** From now on this source gets the sound. */
    public synchronized void join(CustomAudioSource source) {
        sources.add(source);
    }

    /** From now on this source is not touched. */
    public synchronized void leave(CustomAudioSource source) {
        sources.remove(source);
    }

    /** Ten milliseconds, mono, 16 bits, little endian. */
    public synchronized void push(byte[] block) {
        for (CustomAudioSource source : sources) {
            source.pushAudio(block, BITS, RATE, 1, BLOCK_SAMPLES);
        }
    }
}
