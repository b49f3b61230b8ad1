package heliograph.broadcaster.studio;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioCommand;
import heliograph.broadcaster.link.VideoCodec;

/** Broadcasts as the tests want them. */
final class Broadcasts {
    static final Broadcast.Slate SLATE = new Broadcast.Slate("Camera disconnected", "No picture at the moment");

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
                SLATE));
    }
}
