/** The rig, seen by programs that know nothing of it. */
@NullMarked
package heliograph.rig;

import org.jspecify.annotations.NullMarked;
