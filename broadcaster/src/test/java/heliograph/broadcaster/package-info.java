/** Rules for the whole module. */
@NullMarked
package heliograph.broadcaster;

import org.jspecify.annotations.NullMarked;
