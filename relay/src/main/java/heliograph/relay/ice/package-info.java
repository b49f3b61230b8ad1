/** What ICE (RFC 8445) and its lines in SDP (RFC 8839) are made of: credentials, candidates, local addresses. */
@NullMarked
package heliograph.relay.ice;

import org.jspecify.annotations.NullMarked;
