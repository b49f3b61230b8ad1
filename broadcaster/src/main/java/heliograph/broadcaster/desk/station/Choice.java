package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Inputs;
import heliograph.broadcaster.link.Source;
import org.jspecify.annotations.Nullable;

/** What to send: a broadcast, less where it goes. Immutable. */
public record Choice(
        Source camera,
        Source microphone,
        Broadcast.Video video,
        Broadcast.Processing processing,
        Broadcast.@Nullable UdpPorts udpPorts,
        Broadcast.Slate slate,
        Broadcast.Withheld withheld) {

    /** These sources with these figures, and as the settings say; what viewers read is in these words. */
    public static Choice of(Source camera, Source microphone, Figures figures, Settings settings, Words words) {
        Camera.Mode mode = figures.mode();
        return new Choice(
                camera,
                microphone,
                new Broadcast.Video(
                        mode.width(),
                        mode.height(),
                        mode.rate(),
                        figures.bitrate(),
                        settings.video().codec()),
                settings.processing(),
                settings.udpPorts(),
                new Broadcast.Slate(
                        words.say("slate.disconnected"), words.say("slate.unavailable"), words.say("slate.hidden")),
                Broadcast.Withheld.NOTHING);
    }

    /** The same, less what is withheld. */
    public Choice withholding(Broadcast.Withheld from) {
        return new Choice(camera, microphone, video, processing, udpPorts, slate, from);
    }

    /** What it is made from. */
    public Inputs inputs() {
        return new Inputs(camera, microphone, video, processing);
    }

    /** Whether there is anything to send. */
    public boolean silentAndDark() {
        return camera instanceof Source.None && microphone instanceof Source.None;
    }

    /** Whether the studio, told this, uses the other's devices too, whatever size their picture has. */
    public boolean covers(Choice other) {
        return covers(camera, other.camera) && covers(microphone, other.microphone);
    }

    /** A device that is known by its name alone is waited for, and found, by the studio. */
    private static boolean covers(Source told, Source other) {
        return told.equals(other)
                || (told instanceof Source.Device mine
                        && other instanceof Source.Device its
                        && mine.id().isEmpty()
                        && mine.name().equals(its.name()));
    }

    Broadcast in(Room room, String token) {
        return new Broadcast(camera, microphone, video, processing, room.roomUri(), token, udpPorts, slate, withheld);
    }
}
