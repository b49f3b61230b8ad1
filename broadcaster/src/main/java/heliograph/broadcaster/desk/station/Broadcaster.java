package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.StudioCommand;
import heliograph.signaling.room.Announcement;

/** Does what the user wants: goes on air and off it, puts viewers out. Any thread; never waits. */
public interface Broadcaster {

    /** Goes on air with these choices, or changes to them while there. */
    void start(Choice choice);

    /** Goes off air, and releases every device that is not monitored. */
    void stop();

    /** Puts a viewer out of the room, with whoever else is there by its sign-in. Nothing, if it is gone. */
    void remove(String viewer);

    /** Tells every viewer this of the broadcast, on air and off it, whoever comes later as well. */
    void announce(Announcement announcement);

    /** Wants to see and hear this of what comes in, on air and off it, until told otherwise. */
    void monitor(StudioCommand.Monitor wish);
}
