/** The program that people start: it puts settings, studio, room and window together. */
@NullMarked
package heliograph.broadcaster.desk;

import org.jspecify.annotations.NullMarked;
