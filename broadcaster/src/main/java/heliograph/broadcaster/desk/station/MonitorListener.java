package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.StudioEvent;

/** Sees and hears what comes in, many times a second; called on the station's timeline. */
public interface MonitorListener {

    /** The picture now, in small. */
    void preview(byte[] jpeg);

    /** How loud it was. */
    void level(StudioEvent.Level level);
}
