/** What comes through libwebrtc's own modules: cameras and microphones everywhere but on Linux, and the screen. */
@NullMarked
package heliograph.broadcaster.studio.device;

import org.jspecify.annotations.NullMarked;
