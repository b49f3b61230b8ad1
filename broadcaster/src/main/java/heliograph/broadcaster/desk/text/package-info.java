/** What the program says to people, in their language. */
@NullMarked
package heliograph.broadcaster.desk.text;

import org.jspecify.annotations.NullMarked;
