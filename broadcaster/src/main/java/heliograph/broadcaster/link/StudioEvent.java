package heliograph.broadcaster.link;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the studio tells the desk: one line of JSON each, on the studio's standard output. */
public sealed interface StudioEvent {

    /** The version of these messages; both sides must have the same. */
    int VERSION = 6;

    /** The first line: alive, and this is the version it speaks. */
    record Ready(int version) implements StudioEvent {}

    /** Once a second while all is well: the studio's own thread still turns. */
    record Pulse() implements StudioEvent {}

    /**
     * The devices there are now: after {@link Ready}, and again at each change.
     *
     * @param cameras in the system's order
     * @param microphones in the system's order, without the monitors of speakers
     * @param problems what keeps devices from being listed
     * @param whole false while it is not known yet whether there are more
     */
    record Devices(List<Camera> cameras, List<Microphone> microphones, List<Problem> problems, boolean whole)
            implements StudioEvent {
        public Devices {
            cameras = List.copyOf(cameras);
            microphones = List.copyOf(microphones);
            problems = List.copyOf(problems);
        }
    }

    /** On air: in the room, with these tracks. A source that failed is false here and a {@link Trouble} as well. */
    record OnAir(boolean video, boolean audio, Broadcast.Withheld withheld) implements StudioEvent {
        /** With nothing withheld. */
        public OnAir(boolean video, boolean audio) {
            this(video, audio, Broadcast.Withheld.NOTHING);
        }
    }

    /** Off air, as {@link StudioCommand.Stop} asked or because nothing was left to send. */
    record OffAir() implements StudioEvent {}

    /** The room takes the token no longer, which it took before: the desk sends another, with {@link StudioCommand.Start}. */
    record TokenRefused() implements StudioEvent {}

    /** Something is wrong that the user should know; the rest goes on. */
    record Trouble(Problem problem) implements StudioEvent {}

    /** What {@link Trouble} said of this kind and device is over. */
    record Cured(Problem.Kind kind, @Nullable String device) implements StudioEvent {}

    /** How many peer connections there are, and how many of them carry media. */
    record Peers(int open, int connected) implements StudioEvent {}

    /** How each peer connection that carries media fares: once a second while there is one, and once when there is none any more. */
    record Figures(List<PeerFigures> peers) implements StudioEvent {
        public Figures {
            peers = List.copyOf(peers);
        }
    }

    /** The picture in small, as it comes from the camera, some times a second while it is wanted: a JPEG in base64 (RFC 4648). */
    record Preview(String jpeg) implements StudioEvent {
        /** Leaves the picture out. */
        @Override
        public String toString() {
            return "Preview[" + jpeg.length() + " characters]";
        }
    }

    /**
     * How loud a tenth of a second was, as it comes from the microphone, ten times a second while it is wanted.
     *
     * @param rms in centibels below full scale, {@value #FLOOR} for silence; a full-scale square wave is 0
     * @param peak the highest sample, likewise
     */
    record Level(int rms, int peak) implements StudioEvent {
        /** Less than one step of 16 bits: digital silence. */
        public static final int FLOOR = -1000;
    }
}
