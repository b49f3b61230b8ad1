/** STUN messages (RFC 8489), read strictly and written; no socket and no state. */
@NullMarked
package heliograph.relay.stun;

import org.jspecify.annotations.NullMarked;
