package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.VideoCodec;

/** Broadcasts as the tests want them. */
final class Broadcasts {
    /** The same, less this. */
    static StudioCommand.Start withholding(StudioCommand.Start start, boolean picture, boolean sound) {
        Broadcast all = start.broadcast();
        return new StudioCommand.Start(new Broadcast(
                all.camera(),
                all.microphone(),
                all.video(),
                all.processing(),
                all.room(),
                all.token(),
                all.udpPorts(),
                all.slate(),
                new Broadcast.Withheld(picture, sound)));
    }

    static final Broadcast.Slate SLATE =
            new Broadcast.Slate("Camera disconnected", "No picture at the moment", "Picture hidden");

    private Broadcasts() {}

    static StudioCommand.Start start(FakeRoom room, Source camera, Source microphone) {
        return start(room, camera, microphone, new Broadcast.Video(640, 480, 30, 1500, VideoCodec.AUTO));
    }

    static StudioCommand.Start start(FakeRoom room, Source camera, Source microphone, Broadcast.Video video) {
        return new StudioCommand.Start(new Broadcast(
                camera,
                microphone,
                video,
                new Broadcast.Processing(true, true, true),
                room.uri(),
                FakeRoom.TOKEN,
                null,
                SLATE,
                Broadcast.Withheld.NOTHING));
    }
}
