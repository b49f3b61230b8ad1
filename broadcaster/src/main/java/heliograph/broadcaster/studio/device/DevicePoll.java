package heliograph.broadcaster.studio.device;

import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.video.VideoDevice;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import java.util.List;

/** What libwebrtc says of the devices there are; thread {@code studio}. */
public final class DevicePoll {
    private DevicePoll() {}

    /** The cameras, in the system's order. */
    public static List<Camera> cameras() {
        return MediaDevices.getVideoCaptureDevices().stream()
                .map(device -> new Camera(device.getDescriptor(), device.getName(), modes(device)))
                .toList();
    }

    /** The microphones, in the system's order. */
    public static List<Microphone> microphones() {
        return MediaDevices.getAudioCaptureDevices().stream()
                .map(device -> new Microphone(device.getDescriptor(), device.getName()))
                .toList();
    }

    private static List<Camera.Mode> modes(VideoDevice device) {
        return MediaDevices.getVideoCaptureCapabilities(device).stream()
                .map(c -> new Camera.Mode(c.width, c.height, c.frameRate))
                .distinct()
                .toList();
    }
}
