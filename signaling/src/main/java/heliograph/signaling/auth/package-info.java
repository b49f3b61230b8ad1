/** Accounts, passwords and tokens: who may come in. */
@NullMarked
package heliograph.signaling.auth;

import org.jspecify.annotations.NullMarked;
