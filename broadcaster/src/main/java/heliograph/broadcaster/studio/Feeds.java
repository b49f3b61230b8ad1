package heliograph.broadcaster.studio;

import com.sun.jna.Platform;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.video.VideoFrame;
import heliograph.broadcaster.link.Inputs;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.studio.device.DeviceCameraSource;
import heliograph.broadcaster.studio.device.DeviceMicrophoneSource;
import heliograph.broadcaster.studio.device.ScreenSource;
import heliograph.broadcaster.studio.picture.TestPictureSource;
import heliograph.broadcaster.studio.pulse.MicrophoneSource;
import heliograph.broadcaster.studio.sound.ToneSource;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import heliograph.broadcaster.studio.v4l2.CameraSource;
import java.time.InstantSource;
import java.time.ZoneId;
import java.util.concurrent.ScheduledExecutorService;
import java.util.function.Consumer;

/** Makes the feed that a choice asks for; thread {@code studio}. */
final class Feeds {
    private final ScheduledExecutorService studio;
    private final InstantSource clock;
    private final ZoneId zone;

    Feeds(ScheduledExecutorService studio, InstantSource clock, ZoneId zone) {
        this.studio = studio;
        this.clock = clock;
        this.zone = zone;
    }

    /** Pushes frames. */
    Feed picture(Inputs inputs, PeerConnectionFactory factory, Consumer<VideoFrame> sink, FeedListener listener) {
        Source camera = inputs.camera();
        if (camera instanceof Source.Test) {
            return new TestPictureSource(sink, inputs.video(), clock, zone);
        }
        if (camera instanceof Source.Screen) {
            return new ScreenSource(factory, sink, inputs.video(), listener);
        }
        Source.Device device = (Source.Device) camera;
        return Platform.isLinux()
                ? new CameraSource(sink, device, inputs.video(), listener)
                : new DeviceCameraSource(factory, sink, device, inputs.video(), studio, listener);
    }

    /** Pushes blocks of sound. */
    Feed sound(Inputs inputs, Consumer<byte[]> sound, FeedListener listener) {
        Source microphone = inputs.microphone();
        if (microphone instanceof Source.Test) {
            return new ToneSource(sound, clock);
        }
        Source.Device device = (Source.Device) microphone;
        return Platform.isLinux()
                ? new MicrophoneSource(sound, device, inputs.processing(), listener)
                : new DeviceMicrophoneSource(sound, device, inputs.processing(), listener);
    }
}
