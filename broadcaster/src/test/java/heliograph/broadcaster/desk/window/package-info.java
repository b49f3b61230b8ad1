/** Tests of the desk's window. */
@NullMarked
package heliograph.broadcaster.desk.window;

import org.jspecify.annotations.NullMarked;
