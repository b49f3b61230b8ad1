/** The receivers' counting, against packets written by hand. */
@NullMarked
package heliograph.bench.receiver;

import org.jspecify.annotations.NullMarked;
