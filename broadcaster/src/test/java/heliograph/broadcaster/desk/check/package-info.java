/** Tests of the check of the connection. */
@NullMarked
package heliograph.broadcaster.desk.check;

import org.jspecify.annotations.NullMarked;
