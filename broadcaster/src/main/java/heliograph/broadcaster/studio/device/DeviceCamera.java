package heliograph.broadcaster.studio.device;

import dev.onvoid.webrtc.media.MediaDevices;
import dev.onvoid.webrtc.media.video.VideoCaptureCapability;
import dev.onvoid.webrtc.media.video.VideoDevice;
import dev.onvoid.webrtc.media.video.VideoDeviceSource;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;

/** A camera by libwebrtc's module. Immutable. */
public record DeviceCamera(Source.Device wanted, Broadcast.Video wish) implements NativePicture.Opener {

    @Override
    public NativePicture.Module open() throws NativePicture.UnavailableException {
        VideoDevice device = MediaDevices.getVideoCaptureDevices().stream()
                .filter(it -> wanted.id().isEmpty()
                        ? it.getName().equals(wanted.name())
                        : it.getDescriptor().equals(wanted.id()))
                .findFirst()
                .orElseThrow(() -> new NativePicture.UnavailableException(
                        new Problem(Problem.Kind.CAMERA_MISSING, wanted.name(), null)));
        VideoDeviceSource source = new VideoDeviceSource();
        source.setVideoCaptureDevice(device);
        source.setVideoCaptureCapability(new VideoCaptureCapability(wish.width(), wish.height(), wish.rate()));
        return new NativePicture.Module(source, source::start, source::stop, source::dispose);
    }

    @Override
    public Problem silent() {
        return new Problem(Problem.Kind.CAMERA_SILENT, wanted.name(), null);
    }

    @Override
    public Problem failed(String why) {
        return new Problem(Problem.Kind.CAMERA_FAILED, wanted.name(), why);
    }
}
