package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.studio.media.NativeMedia;
import heliograph.broadcaster.studio.picture.TestPictureSource;
import heliograph.broadcaster.studio.pulse.MicrophoneSource;
import heliograph.broadcaster.studio.sound.SoundFan;
import heliograph.broadcaster.studio.sound.ToneSource;
import heliograph.broadcaster.studio.source.Feed;
import heliograph.broadcaster.studio.source.FeedListener;
import heliograph.broadcaster.studio.v4l2.CameraSource;
import java.time.InstantSource;
import java.time.ZoneId;

/** Makes the feed that a choice asks for; thread {@code studio}. */
final class Feeds {
    private final InstantSource clock;
    private final ZoneId zone;

    Feeds(InstantSource clock, ZoneId zone) {
        this.clock = clock;
        this.zone = zone;
    }

    /** Pushes frames into the video track. */
    Feed picture(Broadcast broadcast, NativeMedia media, FeedListener listener) {
        Source camera = broadcast.camera();
        if (camera instanceof Source.Test) {
            return new TestPictureSource(media.videoSource(), broadcast.video(), clock, zone);
        }
        return new CameraSource(media.videoSource(), (Source.Device) camera, broadcast.video(), listener);
    }

    /** Pushes sound to every peer. */
    Feed sound(Broadcast broadcast, SoundFan fan, FeedListener listener) {
        Source microphone = broadcast.microphone();
        if (microphone instanceof Source.Test) {
            return new ToneSource(fan, clock);
        }
        return new MicrophoneSource(fan, (Source.Device) microphone, broadcast.processing(), listener);
    }
}
