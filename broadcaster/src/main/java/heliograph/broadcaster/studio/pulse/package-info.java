/** Microphones on Linux, straight through libpulse: what there is, and its sound. */
@NullMarked
package heliograph.broadcaster.studio.pulse;

import org.jspecify.annotations.NullMarked;
