package heliograph.broadcaster.desk.window;

import heliograph.broadcaster.desk.station.Guests;

/**
 * What the pages about guests are made of. Immutable; any thread.
 *
 * @param errands carries out what is wished of them
 */
record GuestPages(Guests guests, Errands errands) {}
