package heliograph.signaling.ice;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URLs of STUN servers (RFC 7064) and TURN servers (RFC 7065). Holds nothing; any thread.
 *
 * <p>Strict, because a browser that cannot read one of them refuses them all.
 */
public final class IceUrl {
    private static final String HOST =
            "(?<host>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9.])?|\\[[0-9A-Fa-f:.]{2,45}])(?::(?<port>\\d{1,5}))?";
    private static final Pattern STUN = Pattern.compile("stuns?:" + HOST);
    private static final Pattern TURN = Pattern.compile("turns?:" + HOST + "(?:\\?transport=(?:udp|tcp))?");

    private IceUrl() {}

    /** Such as {@code stun:stun.example.org:3478}. */
    public static boolean isStun(String text) {
        return matches(STUN, text);
    }

    /** Such as {@code turn:turn.example.org:3478?transport=tcp}; without user and password, for which it has no place. */
    public static boolean isTurn(String text) {
        return matches(TURN, text);
    }

    private static boolean matches(Pattern pattern, String text) {
        Matcher matcher = pattern.matcher(text);
        if (!matcher.matches()) {
            return false;
        }
        String port = matcher.group("port");
        return port == null || (Integer.parseInt(port) >= 1 && Integer.parseInt(port) <= 65_535);
    }
}
