/** SRTP and SRTCP (RFC 3711, RFC 7714) on the JDK's ciphers. */
@NullMarked
package heliograph.relay.srtp;

import org.jspecify.annotations.NullMarked;
