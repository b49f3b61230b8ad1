package heliograph.broadcaster.studio.media;

import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.media.SyncClock;
import dev.onvoid.webrtc.media.audio.AudioDeviceModule;
import dev.onvoid.webrtc.media.audio.AudioLayer;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.VideoTrack;

/**
 * libwebrtc as the studio uses it: one factory, one clock, one video track; thread {@code studio}.
 *
 * <p>The audio module is always the dummy: custom sources beside a module that records abort the process, and no audio
 * daemon aborts the factory's own module.
 */
public final class NativeMedia implements AutoCloseable {
    private final AudioDeviceModule audioModule;
    private final PeerConnectionFactory factory;
    private final SyncClock clock;
    private final CustomVideoSource videoSource;
    private final VideoTrack videoTrack;

    private NativeMedia(
            AudioDeviceModule audioModule,
            PeerConnectionFactory factory,
            SyncClock clock,
            CustomVideoSource videoSource,
            VideoTrack videoTrack) {
        this.audioModule = audioModule;
        this.factory = factory;
        this.clock = clock;
        this.videoSource = videoSource;
        this.videoTrack = videoTrack;
    }

    /**
     * Loads the native library and makes what is there once.
     *
     * @throws Error whatever the library's loading threw
     */
    public static NativeMedia open() {
        AudioDeviceModule module = new AudioDeviceModule(AudioLayer.kDummyAudio);
        PeerConnectionFactory factory = new PeerConnectionFactory(module);
        SyncClock clock = MediaClock.create();
        CustomVideoSource source = new CustomVideoSource(clock);
        return new NativeMedia(module, factory, clock, source, factory.createVideoTrack("video", source));
    }

    public PeerConnectionFactory factory() {
        return factory;
    }

    public SyncClock clock() {
        return clock;
    }

    /** Where frames are pushed, from the thread that makes them. */
    public CustomVideoSource videoSource() {
        return videoSource;
    }

    public VideoTrack videoTrack() {
        return videoTrack;
    }

    /** In the only order that does not crash; every peer must be closed, every pusher stopped. */
    @Override
    public void close() {
        videoTrack.dispose();
        videoSource.dispose();
        factory.dispose();
        audioModule.dispose();
    }
}
