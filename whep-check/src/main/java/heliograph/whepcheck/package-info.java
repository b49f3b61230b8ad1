/** A black-box checker of WHEP servers, ours and others': clause by clause, over HTTP alone. */
@NullMarked
package heliograph.whepcheck;

import org.jspecify.annotations.NullMarked;
