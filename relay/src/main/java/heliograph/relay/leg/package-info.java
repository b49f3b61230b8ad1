/** One secured connection to a remote, as what forwards media sees it: what is under it is in the other packages. */
@NullMarked
package heliograph.relay.leg;

import org.jspecify.annotations.NullMarked;
