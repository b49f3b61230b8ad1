/** The HTTP side: the page, login and WHEP, on Jetty. */
@NullMarked
package heliograph.signaling.http;

import org.jspecify.annotations.NullMarked;
