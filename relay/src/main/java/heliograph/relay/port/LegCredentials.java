package heliograph.relay.port;

import heliograph.relay.ice.IceCredentials;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What one leg's local description says of ICE: the credentials of now and, after an ICE restart (RFC 8839, section 4.4.1.1.1), those
 * before, with which checks are good until the first with the new. Any thread.
 */
final class LegCredentials {
    private final Port port;
    private final PortLeg leg;
    private @Nullable IceCredentials current;
    private @Nullable IceCredentials earlier;
    private boolean forgotten;

    LegCredentials(Port port, PortLeg leg) {
        this.port = port;
        this.leg = leg;
    }

    /** Other credentials than before. Without effect after the end. */
    synchronized void renew() {
        if (forgotten) {
            return;
        }
        if (earlier != null) {
            port.forget(earlier);
        }
        earlier = current;
        current = port.credentials(leg);
    }

    /** Whether ICE was restarted, and nobody has checked with the new credentials yet. */
    synchronized boolean isRestarting() {
        return earlier != null && !forgotten;
    }

    synchronized IceCredentials current() {
        if (current == null) {
            throw new IllegalStateException("not registered");
        }
        return current;
    }

    /** The password that goes with a fragment, as long as checks with it are good. */
    synchronized Optional<String> password(String ufrag) {
        if (forgotten) {
            return Optional.empty();
        }
        if (current().ufrag().equals(ufrag)) {
            return Optional.of(current().pwd());
        }
        return Optional.ofNullable(earlier).filter(e -> e.ufrag().equals(ufrag)).map(IceCredentials::pwd);
    }

    /** A good check came with these: who uses the new ones has no more need of those before. */
    synchronized void used(String ufrag) {
        if (earlier != null && current().ufrag().equals(ufrag)) {
            port.forget(earlier);
            earlier = null;
        }
    }

    /** No check is good any longer. Idempotent. */
    synchronized void forget() {
        forgotten = true;
        if (current != null) {
            port.forget(current);
        }
        if (earlier != null) {
            port.forget(earlier);
        }
    }
}
