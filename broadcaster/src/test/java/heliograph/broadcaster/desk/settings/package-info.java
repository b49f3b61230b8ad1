/** Tests of the desk's settings. */
@NullMarked
package heliograph.broadcaster.desk.settings;

import org.jspecify.annotations.NullMarked;
