package heliograph.signaling;

import heliograph.signaling.ice.IceServers;
import heliograph.signaling.ice.IceUrl;
import heliograph.signaling.ice.TurnCredentials;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The STUN and TURN servers as {@link Main} is told of them: addresses by options, secrets by the environment. Immutable.
 *
 * @param stun as given
 * @param turn as given
 * @param environment where the secrets are
 */
record TurnOptions(List<String> stun, List<String> turn, Map<String, String> environment) {
    private static final String SECRET = "HELIOGRAPH_TURN_SECRET";
    private static final String USER = "HELIOGRAPH_TURN_USER";
    private static final String PASSWORD = "HELIOGRAPH_TURN_PASSWORD";

    /** All that is wrong with them, into the list. No secret is repeated. */
    void check(List<String> mistakes) {
        for (String url : stun) {
            if (!IceUrl.isStun(url)) {
                mistakes.add(
                        "--ice-server " + url + " is no STUN server; it must look like stun:stun.example.org:3478.");
            }
        }
        for (String url : turn) {
            if (!IceUrl.isTurn(url)) {
                mistakes.add("--turn-server " + url
                        + " is no TURN server; it must look like turn:turn.example.org:3478?transport=udp.");
            }
        }
        for (String name : List.of(SECRET, USER, PASSWORD)) {
            String value = value(name);
            if (value != null && !TurnCredentials.isUsable(value)) {
                mistakes.add(name + " must be 1 to 256 printable ASCII characters without spaces.");
            }
        }
        boolean named = value(USER) != null || value(PASSWORD) != null;
        if ((value(USER) == null) != (value(PASSWORD) == null)) {
            mistakes.add(USER + " and " + PASSWORD + " must both be set, or neither.");
        } else if (named && value(SECRET) != null) {
            mistakes.add(SECRET + " and " + USER + " are two ways for one thing; only one of them may be set.");
        } else if (!turn.isEmpty() && !named && value(SECRET) == null) {
            mistakes.add("--turn-server needs " + SECRET + ", or " + USER + " and " + PASSWORD + ", to be set.");
        }
    }

    /** What they mean, when nothing is wrong with them. */
    IceServers servers() {
        return new IceServers(stun, turn, credentials());
    }

    private @Nullable TurnCredentials credentials() {
        String secret = value(SECRET);
        if (secret != null) {
            return new TurnCredentials.Shared(secret);
        }
        String user = value(USER);
        String password = value(PASSWORD);
        return user == null || password == null ? null : new TurnCredentials.Fixed(user, password);
    }

    /** An empty variable is one that is not set, as in shells. */
    private @Nullable String value(String name) {
        String value = environment.get(name);
        return value == null || value.isEmpty() ? null : value;
    }
}
