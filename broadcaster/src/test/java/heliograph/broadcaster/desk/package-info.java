/** Tests of the program as a whole, and of what puts it together. */
@NullMarked
package heliograph.broadcaster.desk;

import org.jspecify.annotations.NullMarked;
