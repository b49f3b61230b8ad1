package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.StudioState;
import java.util.List;
import java.util.Optional;

/**
 * How everything is. Immutable.
 *
 * @param air whether we are sending
 * @param studio how the process with the devices is
 * @param devices what can be chosen; empty until the studio has said so
 * @param problems what the user should know, oldest first
 * @param room where viewers come to
 * @param watchers how many they are
 * @param online whether there is a way to the Internet, as far as is known
 * @param overloaded whether this computer does not keep up with its viewers
 */
public record Status(
        Air air,
        StudioState studio,
        Optional<Devices> devices,
        List<Problem> problems,
        RoomState room,
        Room.Watchers watchers,
        boolean online,
        boolean overloaded) {
    public Status {
        problems = List.copyOf(problems);
    }

    /** How it is before anything was heard. */
    public static Status initial() {
        return new Status(
                new Air.Off(),
                new StudioState.Starting(),
                Optional.empty(),
                List.of(),
                new RoomState.Opening(),
                new Room.Watchers(0, 0),
                true,
                false);
    }

    /**
     * What can be chosen.
     *
     * @param whole false while it is not known yet whether there is more
     */
    public record Devices(List<Camera> cameras, List<Microphone> microphones, boolean whole) {
        public Devices {
            cameras = List.copyOf(cameras);
            microphones = List.copyOf(microphones);
        }

        /** The cameras, to choose from. */
        public List<Source.Device> cameraSources() {
            return cameras.stream()
                    .map(it -> new Source.Device(it.id(), it.name()))
                    .toList();
        }

        /** The microphones, to choose from. */
        public List<Source.Device> microphoneSources() {
            return microphones.stream()
                    .map(it -> new Source.Device(it.id(), it.name()))
                    .toList();
        }
    }

    /** Whether we are sending. */
    public sealed interface Air {
        /** Nothing is sent. */
        record Off() implements Air {}

        /** The devices are being opened. */
        record Starting() implements Air {}

        /** Viewers can see and hear. */
        record On(boolean video, boolean audio, Broadcast.Withheld withheld) implements Air {
            /** With nothing withheld. */
            public On(boolean video, boolean audio) {
                this(video, audio, Broadcast.Withheld.NOTHING);
            }
        }

        /** The devices are being released. */
        record Stopping() implements Air {}
    }

    /** Where viewers come to. */
    public sealed interface RoomState {
        /** Not yet. */
        record Opening() implements RoomState {}

        /** Here. */
        record Open(Room.Links links, Optional<Room.FirstAccount> firstAccount, Optional<NoRelay> noRelay)
                implements RoomState {}

        /** Nowhere. */
        record Failed(RoomException.Reason reason, String detail) implements RoomState {}
    }
}
