/** What every feed is made of: its thread, its pauses, its reports. */
@NullMarked
package heliograph.broadcaster.studio.source;

import org.jspecify.annotations.NullMarked;
