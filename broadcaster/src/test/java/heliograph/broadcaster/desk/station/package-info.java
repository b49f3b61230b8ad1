/** Tests of the desk's station. */
@NullMarked
package heliograph.broadcaster.desk.station;

import org.jspecify.annotations.NullMarked;
