/** What is there once a process: libwebrtc's factory and its clock. */
@NullMarked
package heliograph.broadcaster.studio.media;

import org.jspecify.annotations.NullMarked;
