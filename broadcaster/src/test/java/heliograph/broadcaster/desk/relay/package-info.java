/** The relay's place in the room, tested. */
@NullMarked
package heliograph.broadcaster.desk.relay;

import org.jspecify.annotations.NullMarked;
