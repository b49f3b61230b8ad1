package heliograph.broadcaster.link;

/**
 * A microphone.
 *
 * @param id what the system knows it by (PulseAudio's source name on Linux); unique
 * @param name for people
 */
public record Microphone(String id, String name) {}
