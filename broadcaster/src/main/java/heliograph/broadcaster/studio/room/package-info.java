/** The way into the signaling room. */
@NullMarked
package heliograph.broadcaster.studio.room;

import org.jspecify.annotations.NullMarked;
