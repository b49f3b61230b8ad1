/** The signaling server: puts its parts together, starts them and closes them. */
@NullMarked
package heliograph.signaling;

import org.jspecify.annotations.NullMarked;
