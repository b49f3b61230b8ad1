package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Figures;
import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.StateLine;
import heliograph.broadcaster.desk.station.Way;
import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import java.util.List;
import java.util.Optional;

/**
 * Everything that the window shows, in words. Immutable.
 *
 * @param state what goes on
 * @param time how long we have been on air; empty while off air
 * @param action what the large button does
 * @param qualities size, rate and bitrate by one name
 * @param bitrates in kbit/s
 * @param withholding what viewers are not to see or hear
 * @param sending codec and bitrate
 * @param link what viewers open; empty while there is none
 * @param here what opens it on this computer; empty where that is the link
 * @param fingerprint what viewers compare with what their browser warns of; empty where none will
 * @param ways all that can be given to viewers; empty while there is none
 * @param watching how many viewers
 * @param notices what the user should know, a sentence each
 * @param offline whether there seems to be no way to the Internet
 * @param account shown until the user has noted it
 * @param viewers who watches, a line each, in the order of their coming
 */
record WindowModel(
        StateLine state,
        String time,
        Action action,
        Choices<Source> cameras,
        Choices<Figures> qualities,
        Choices<Camera.Mode> modes,
        Choices<Integer> bitrates,
        Choices<Source> microphones,
        Withholding withholding,
        String sending,
        String link,
        String here,
        String fingerprint,
        List<Way> ways,
        String watching,
        List<String> notices,
        boolean offline,
        Optional<Room.FirstAccount> account,
        List<ViewerLine> viewers) {
    WindowModel {
        viewers = List.copyOf(viewers);
        notices = List.copyOf(notices);
    }

    /**
     * What viewers are not to see or hear.
     *
     * @param effective what is withheld from them by now; the studio takes a moment
     */
    record Withholding(Broadcast.Withheld wish, Broadcast.Withheld effective) {}

    /** What the large button does, and whether it can be pressed. */
    record Action(boolean stops, boolean enabled) {}

    /**
     * What a list offers.
     *
     * @param selected the index of the entry that is chosen; it may be one that cannot be chosen by hand
     */
    record Choices<T>(List<Entry<T>> entries, int selected) {
        Choices {
            entries = List.copyOf(entries);
        }
    }

    /** An entry; one that is not enabled is there to be read. */
    record Entry<T>(T value, String label, boolean enabled) {
        /** For screen readers, which ask for it. */
        @Override
        public String toString() {
            return label;
        }
    }
}
