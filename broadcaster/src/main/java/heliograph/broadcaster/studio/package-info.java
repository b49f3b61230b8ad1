/** The studio process: devices, tracks and viewers' peer connections; alone in loading webrtc-java. */
@NullMarked
package heliograph.broadcaster.studio;

import org.jspecify.annotations.NullMarked;
