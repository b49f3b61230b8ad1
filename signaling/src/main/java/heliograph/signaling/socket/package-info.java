/** The WebSocket {@code /ws}: bytes to messages and back. Knows no rule of the room. */
@NullMarked
package heliograph.signaling.socket;

import org.jspecify.annotations.NullMarked;
