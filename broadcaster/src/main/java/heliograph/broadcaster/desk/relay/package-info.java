/** The relay's place in the room: carries what the two have to say to each other, and knows neither's rules. */
@NullMarked
package heliograph.broadcaster.desk.relay;

import org.jspecify.annotations.NullMarked;
