/** What the user wants, from the command line, the environment and a file. */
@NullMarked
package heliograph.broadcaster.desk.settings;

import org.jspecify.annotations.NullMarked;
