/** Real browsers looking at decoded pictures and sound. */
@NullMarked
package heliograph.e2e;

import org.jspecify.annotations.NullMarked;
