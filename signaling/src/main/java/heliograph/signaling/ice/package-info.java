/** The STUN and TURN servers that members are told of, and the credentials that TURN asks them for. */
@NullMarked
package heliograph.signaling.ice;

import org.jspecify.annotations.NullMarked;
