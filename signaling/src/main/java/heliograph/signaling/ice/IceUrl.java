package heliograph.signaling.ice;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The URL of a STUN server (RFC 7064) or a TURN server (RFC 7065). Immutable; any thread.
 *
 * <p>Strict, because a browser that cannot read one of them refuses them all.
 *
 * @param turn whether it is TURN
 * @param secure over TLS, or with {@code tcp} false over DTLS
 * @param host a name or an address in figures, without brackets; never looked up here
 * @param port the one it names, or else the scheme's own
 * @param tcp whether it is over TCP (with {@code secure}, TLS)
 */
public record IceUrl(boolean turn, boolean secure, String host, int port, boolean tcp) {
    private static final String HOST =
            "(?<host>[A-Za-z0-9](?:[A-Za-z0-9._-]{0,251}[A-Za-z0-9.])?|\\[[0-9A-Fa-f:.]{2,45}])(?::(?<port>\\d{1,5}))?";
    private static final Pattern STUN = Pattern.compile("stuns?:" + HOST);
    private static final Pattern TURN = Pattern.compile("turns?:" + HOST + "(?:\\?transport=(?<transport>udp|tcp))?");
    private static final int PORT = 3478;
    private static final int SECURE_PORT = 5349;

    /** Such as {@code stun:stun.example.org:3478}. */
    public static boolean isStun(String text) {
        return parse(text).filter(url -> !url.turn).isPresent();
    }

    /** Such as {@code turn:turn.example.org:3478?transport=tcp}; without user and password, for which it has no place. */
    public static boolean isTurn(String text) {
        return parse(text).filter(IceUrl::turn).isPresent();
    }

    /** What it says; empty for what is neither. */
    public static Optional<IceUrl> parse(String text) {
        Matcher stun = STUN.matcher(text);
        if (stun.matches()) {
            boolean secure = text.startsWith("stuns:");
            return of(stun, false, secure, secure);
        }
        Matcher turn = TURN.matcher(text);
        if (!turn.matches()) {
            return Optional.empty();
        }
        boolean secure = text.startsWith("turns:");
        String transport = turn.group("transport");
        return of(turn, true, secure, transport == null ? secure : transport.equals("tcp"));
    }

    private static Optional<IceUrl> of(Matcher matcher, boolean turn, boolean secure, boolean tcp) {
        String named = matcher.group("port");
        int port = named == null ? (secure ? SECURE_PORT : PORT) : Integer.parseInt(named);
        String host = matcher.group("host").replaceAll("[\\[\\]]", "");
        return port >= 1 && port <= 65_535 ? Optional.of(new IceUrl(turn, secure, host, port, tcp)) : Optional.empty();
    }
}
