/** Where the audio tracks' sound comes from, and how it reaches every peer. */
@NullMarked
package heliograph.broadcaster.studio.sound;

import org.jspecify.annotations.NullMarked;
