package heliograph.broadcaster.desk.settings;

/**
 * What the connection is held against when it is checked. Immutable.
 *
 * @param viewers so many at the same time
 * @param uplink Mbit/s by the contract; 0: nobody said
 */
public record Expected(int viewers, int uplink) {}
