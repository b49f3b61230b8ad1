/** RTP packets and what video codecs say in front of their payload, read and written in place. */
@NullMarked
package heliograph.relay.rtp;

import org.jspecify.annotations.NullMarked;
