/** Tests of the desk's text. */
@NullMarked
package heliograph.broadcaster.desk.text;

import org.jspecify.annotations.NullMarked;
