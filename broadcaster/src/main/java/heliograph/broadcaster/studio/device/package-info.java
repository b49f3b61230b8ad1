/** Cameras and microphones through libwebrtc's own modules: everywhere but on Linux. */
@NullMarked
package heliograph.broadcaster.studio.device;

import org.jspecify.annotations.NullMarked;
