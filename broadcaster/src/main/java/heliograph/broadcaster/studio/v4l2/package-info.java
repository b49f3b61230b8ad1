/** Cameras on Linux, straight through V4L2: what there is, what it can, and its frames. */
@NullMarked
package heliograph.broadcaster.studio.v4l2;

import org.jspecify.annotations.NullMarked;
