/** Encode once: takes the studio's media as one more viewer and forwards it to many, re-encrypted and not re-encoded. */
@NullMarked
package heliograph.relay;

import org.jspecify.annotations.NullMarked;
