package heliograph.broadcaster.link;

/** What a track is fed from. */
public sealed interface Source {
    /** Nothing: the track is not sent. */
    record None() implements Source {}

    /** The built-in test picture or tone. */
    record Test() implements Source {}

    /** All that is on the computer's screen. For a picture only. */
    record Screen() implements Source {}

    /**
     * A device.
     *
     * @param id the system's id; empty: the first device whose name is {@code name}
     * @param name for people, and to find the device again
     */
    record Device(String id, String name) implements Source {}
}
