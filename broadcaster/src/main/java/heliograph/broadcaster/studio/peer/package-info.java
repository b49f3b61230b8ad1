/** One peer connection for each viewer, made from the viewer's offer. */
@NullMarked
package heliograph.broadcaster.studio.peer;

import org.jspecify.annotations.NullMarked;
