/** What the server shows to prove who it is: a certificate of its own making, or an operator's files. Knows no server. */
@NullMarked
package heliograph.signaling.tls;

import org.jspecify.annotations.NullMarked;
