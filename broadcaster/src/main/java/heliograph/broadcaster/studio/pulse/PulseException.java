package heliograph.broadcaster.studio.pulse;

import java.io.IOException;

/** The audio daemon does not answer, or refuses. */
final class PulseException extends IOException {
    PulseException(String message) {
        super(message);
    }
}
