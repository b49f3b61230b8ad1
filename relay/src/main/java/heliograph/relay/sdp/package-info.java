/** Session descriptions: read strictly, answered to viewers, offered to the studio. */
@NullMarked
package heliograph.relay.sdp;

import org.jspecify.annotations.NullMarked;
