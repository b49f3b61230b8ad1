/** What goes on, whether a window shows it or not: the room, the studio, the network. */
@NullMarked
package heliograph.broadcaster.desk.station;

import org.jspecify.annotations.NullMarked;
