package heliograph.signaling.room;

import heliograph.signaling.protocol.Role;
import java.time.Instant;

/**
 * What a token allows.
 *
 * @param role as what its bearer may join
 * @param name the account's or the invitation's name
 * @param expiresAt when it runs out
 * @param family what this token shares with those that it was renewed from and into
 * @param grant what it was given for
 */
public record Pass(Role role, String name, Instant expiresAt, String family, Grant grant) {
    /** The same for longer. */
    public Pass until(Instant later) {
        return new Pass(role, name, later, family, grant);
    }
}
