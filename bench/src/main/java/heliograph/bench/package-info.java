/** Measures a running program, the direct path against the relay, and writes what came of it for people and for programs. */
@NullMarked
package heliograph.bench;

import org.jspecify.annotations.NullMarked;
