/** The link's tests, with a studio that is none: it can be told to hang, to die and to print garbage. */
@NullMarked
package heliograph.broadcaster.link;

import org.jspecify.annotations.NullMarked;
