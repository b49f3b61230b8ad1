/** RTCP packets: reports and feedback, read strictly and written in place. */
@NullMarked
package heliograph.relay.rtcp;

import org.jspecify.annotations.NullMarked;
