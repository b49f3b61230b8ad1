package heliograph.broadcaster.studio.sound;

import dev.onvoid.webrtc.media.audio.AudioProcessing;
import dev.onvoid.webrtc.media.audio.AudioProcessingConfig;
import dev.onvoid.webrtc.media.audio.AudioProcessingStreamConfig;
import heliograph.broadcaster.link.Broadcast;
import org.jspecify.annotations.Nullable;

/** libwebrtc's processing of a microphone's sound, block by block; one thread. */
public final class SoundProcessing implements AutoCloseable {
    private static final AudioProcessingStreamConfig MONO = new AudioProcessingStreamConfig(SoundFan.RATE, 1);

    private final byte[] processed = new byte[SoundFan.BLOCK_BYTES];
    private @Nullable AudioProcessing processing;

    /** Makes what is asked for; nothing when all is switched off. */
    public SoundProcessing(Broadcast.Processing wish) {
        if (!wish.echoCancellation() && !wish.noiseSuppression() && !wish.autoGainControl()) {
            return;
        }
        AudioProcessingConfig config = new AudioProcessingConfig();
        config.echoCanceller.enabled = wish.echoCancellation();
        config.noiseSuppression.enabled = wish.noiseSuppression();
        config.gainControl.enabled = wish.autoGainControl();
        config.gainControl.adaptiveDigital.enabled = wish.autoGainControl();
        config.highPassFilter.enabled = true;
        AudioProcessing made = new AudioProcessing();
        made.applyConfig(config);
        processing = made;
    }

    /** The block as it is to be sent; the same array each time. */
    public byte[] process(byte[] block) {
        if (processing == null || processing.processStream(block, MONO, MONO, processed) != 0) {
            return block;
        }
        return processed;
    }

    @Override
    public void close() {
        if (processing != null) {
            processing.dispose();
            processing = null;
        }
    }
}
