package heliograph.signaling.room;

import java.util.Collection;

/**
 * Who is in the room, for the broadcaster's window.
 *
 * @param live whether there is something to watch
 * @param watching viewers whose offer was answered
 * @param waiting viewers who have joined and do not watch yet
 * @param relayed those of the watching who are served by the relay
 */
public record Audience(boolean live, int watching, int waiting, int relayed) {
    /** Of so many viewers these watch, by these paths. */
    static Audience of(boolean live, int viewers, Collection<MediaPath> paths) {
        int relayed = (int) paths.stream().filter(MediaPath.RELAY::equals).count();
        return new Audience(live, paths.size(), viewers - paths.size(), relayed);
    }
}
