/** The messages of the signaling WebSocket and their JSON form; {@code docs/protocol.md} is the document. */
@NullMarked
package heliograph.signaling.protocol;

import org.jspecify.annotations.NullMarked;
