/** The studio as a child process, and the messages between it and the desk. */
@NullMarked
package heliograph.broadcaster.link;

import org.jspecify.annotations.NullMarked;
