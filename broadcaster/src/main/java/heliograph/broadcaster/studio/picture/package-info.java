/** Where the video track's frames come from. */
@NullMarked
package heliograph.broadcaster.studio.picture;

import org.jspecify.annotations.NullMarked;
