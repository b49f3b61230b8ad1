/** DTLS 1.2 with use_srtp (RFC 5764) by Bouncy Castle, which is used here and nowhere else. */
@NullMarked
package heliograph.relay.dtls;

import org.jspecify.annotations.NullMarked;
