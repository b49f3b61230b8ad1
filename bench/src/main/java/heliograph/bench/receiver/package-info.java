/** Viewers that count what comes instead of decoding it: a process of their own, and none of the relay's code. */
@NullMarked
package heliograph.bench.receiver;

import org.jspecify.annotations.NullMarked;
