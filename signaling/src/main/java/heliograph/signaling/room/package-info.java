/** Who is there and who may do what: the rules of signaling, without a network and without a library. */
@NullMarked
package heliograph.signaling.room;

import org.jspecify.annotations.NullMarked;
