/** What can be tested of the benchmark without timing. */
@NullMarked
package heliograph.bench;

import org.jspecify.annotations.NullMarked;
