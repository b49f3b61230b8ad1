package heliograph.signaling.auth;

/**
 * Who asks, as far as the network tells. Immutable; any thread.
 *
 * @param address for people
 * @param network for counting: what one visitor can hardly have more of
 */
public record Visitor(String address, String network) {}
