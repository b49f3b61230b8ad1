package heliograph.broadcaster.studio.device;

import dev.onvoid.webrtc.media.audio.AudioDevice;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.studio.sound.SoundFan;
import heliograph.broadcaster.studio.sound.SoundProcessing;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A microphone as a source through libwebrtc's module, which stands alone and belongs to no factory: begun and ended on
 * thread {@code studio}, its sound passed on from libwebrtc's thread.
 */
public final class DeviceMicrophoneSource implements Feed {
    private static final Logger log = LoggerFactory.getLogger(DeviceMicrophoneSource.class);

    private final Consumer<byte[]> sound;
    private final SoundProcessing processing;
    private @Nullable AudioDeviceModule module;

    public DeviceMicrophoneSource(
            Consumer<byte[]> sound, Source.Device wanted, Broadcast.Processing wish, FeedListener listener) {
        this.sound = sound;
        this.processing = new SoundProcessing(wish);
        try {
            open(wanted, listener);
        } catch (RuntimeException | Error e) {
            listener.trouble(new Problem(Problem.Kind.MICROPHONE_FAILED, wanted.name(), e.toString()));
        }
    }

    private void open(Source.Device wanted, FeedListener listener) {
        AudioDeviceModule opened = new AudioDeviceModule();
        module = opened;
        Optional<AudioDevice> device = opened.getRecordingDevices().stream()
                .filter(d -> wanted.id().isEmpty()
                        ? d.getName().equals(wanted.name())
                        : d.getDescriptor().equals(wanted.id()))
                .findFirst();
        if (device.isEmpty()) {
            listener.trouble(new Problem(Problem.Kind.MICROPHONE_MISSING, wanted.name(), null));
            return;
        }
        opened.setRecordingDevice(device.get());
        opened.setAudioSink((data, samples, bytes, channels, rate, delay, drift) -> passOn(data, channels, rate));
        opened.initRecording();
        opened.startRecording();
        listener.flowing();
    }

    private void passOn(byte[] data, int channels, int rate) {
        try {
            byte[] mono = channels == 1 ? data : firstChannel(data, channels);
            if (rate == SoundFan.RATE && mono.length == SoundFan.BLOCK_BYTES) {
                sound.accept(processing.process(mono));
            }
        } catch (RuntimeException | Error e) {
            log.debug("microphone: a block left out", e);
        }
    }

    private static byte[] firstChannel(byte[] data, int channels) {
        byte[] mono = new byte[data.length / channels];
        for (int i = 0; i < mono.length / 2; i++) {
            mono[2 * i] = data[2 * i * channels];
            mono[2 * i + 1] = data[2 * i * channels + 1];
        }
        return mono;
    }

    @Override
    public void close() {
        if (module != null) {
            module.stopRecording();
            module.dispose();
            module = null;
        }
        processing.close();
    }
}
