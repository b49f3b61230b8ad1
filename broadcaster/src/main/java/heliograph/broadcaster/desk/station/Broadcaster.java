package heliograph.broadcaster.desk.station;

/** Goes on air and off it. Any thread; never waits. */
public interface Broadcaster {

    /** Goes on air with these choices, or changes to them while there. */
    void start(Choice choice);

    /** Goes off air and releases every device. */
    void stop();
}
