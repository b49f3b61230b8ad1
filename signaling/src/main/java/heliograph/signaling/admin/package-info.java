/** The commands {@code accounts} and {@code invitations}, for a data folder whose program runs or does not. */
@NullMarked
package heliograph.signaling.admin;

import org.jspecify.annotations.NullMarked;
