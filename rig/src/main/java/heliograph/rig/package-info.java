/** A machine with cameras, microphones, a screen and browsers, where there are none; for tests. */
@NullMarked
package heliograph.rig;

import org.jspecify.annotations.NullMarked;
