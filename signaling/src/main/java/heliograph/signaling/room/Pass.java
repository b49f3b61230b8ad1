package heliograph.signaling.room;

import heliograph.signaling.protocol.Role;
import java.time.Instant;

/**
 * What a token allows.
 *
 * @param role as what its bearer may join
 * @param name the account's name
 * @param expiresAt when it runs out
 */
public record Pass(Role role, String name, Instant expiresAt) {}
