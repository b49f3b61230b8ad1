/** What happens to media between the upstream's legs and the viewers': all above a leg. */
@NullMarked
package heliograph.relay.forward;

import org.jspecify.annotations.NullMarked;
