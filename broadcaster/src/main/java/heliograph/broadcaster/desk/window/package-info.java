/** The window: a presenter without Swing, and panels without logic. */
@NullMarked
package heliograph.broadcaster.desk.window;

import org.jspecify.annotations.NullMarked;
