package heliograph.rig;

import java.util.Locale;

/** What a camera can suffer from. */
public enum Fault {
    /** Nothing: healthy again. */
    NONE,
    /** As if unplugged while open, but without an event. */
    ENODEV,
    /** Reading a picture fails. */
    EIO,
    /** It streams, and no picture ever comes. */
    STALL,
    /** Another program has it. */
    BUSY,
    /** No rights to open it. */
    EACCES;

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }
}
