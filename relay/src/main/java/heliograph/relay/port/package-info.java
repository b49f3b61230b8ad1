/** One UDP port for any number of legs: sockets, ICE-lite, and what becomes of each packet. */
@NullMarked
package heliograph.relay.port;

import org.jspecify.annotations.NullMarked;
