package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.link.VideoCodec;
import heliograph.signaling.http.CidrBlock;
import heliograph.signaling.http.TrustedProxies;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.ice.TurnCredentials;
import heliograph.signaling.room.Announcement;
import heliograph.signaling.room.PathPolicy;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Makes values of entries and notes what is none. Lives on the thread that starts the program. */
final class Interpreter {
    private final Map<Setting, Entry> entries;
    private final Mistakes mistakes;

    Interpreter(Map<Setting, Entry> entries, Mistakes mistakes) {
        this.entries = entries;
        this.mistakes = mistakes;
    }

    boolean isGiven(Setting setting) {
        return entries.containsKey(setting);
    }

    boolean flag(Setting setting) {
        Boolean value = value(setting, Values::flag);
        return value != null && value;
    }

    int number(Setting setting, int min, int max, int otherwise) {
        Integer value = value(setting, text -> Values.number(text, min, max));
        return value == null ? otherwise : value;
    }

    VideoCodec codec() {
        VideoCodec codec = value(Setting.CODEC, Values::codec);
        return codec == null ? VideoCodec.AUTO : codec;
    }

    Values.Size size() {
        Values.Size size = value(Setting.SIZE, Values::size);
        return size == null ? new Values.Size(1280, 720) : size;
    }

    Announcement announcement() {
        String title = value(Setting.TITLE, Values::title);
        return new Announcement(title == null ? "" : title, flag(Setting.SHOW_VIEWERS));
    }

    String bind() {
        String address = value(Setting.BIND, Values::address);
        return address == null ? "127.0.0.1" : address;
    }

    TrustedProxies trustedProxies() {
        TrustedProxies.Header header = value(Setting.PROXY_HEADER, TrustedProxies.Header::of);
        List<CidrBlock> blocks = list(Setting.TRUSTED_PROXY, List.of(), CidrBlock::parse);
        blocks.stream()
                .filter(CidrBlock::isVast)
                .forEach(block -> mistakes.warn("mistake.vast-proxy", Setting.TRUSTED_PROXY.option(), block));
        return new TrustedProxies(blocks, header == null ? TrustedProxies.NONE.header() : header);
    }

    IceServers iceServers() {
        List<String> stun = list(Setting.ICE_SERVER, Defaults.ICE_SERVERS, Values::stunServer);
        List<String> turn = list(Setting.TURN_SERVER, List.of(), Values::turnServer);
        TurnCredentials credentials = turnCredentials();
        boolean given = entries.containsKey(Setting.TURN_SECRET) || entries.containsKey(Setting.TURN_USER);
        if (!turn.isEmpty() && !given) {
            mistakes.add(
                    "mistake.turn-credentials",
                    Setting.TURN_SERVER.option(),
                    Setting.TURN_SECRET.variable(),
                    Setting.TURN_USER.variable(),
                    Setting.TURN_PASSWORD.variable());
        }
        return new IceServers(stun, credentials == null ? List.of() : turn, credentials);
    }

    private @Nullable TurnCredentials turnCredentials() {
        String secret = value(Setting.TURN_SECRET, Values::credential);
        String user = value(Setting.TURN_USER, Values::credential);
        String password = value(Setting.TURN_PASSWORD, Values::credential);
        both(Setting.TURN_USER, Setting.TURN_PASSWORD);
        both(Setting.TURN_PASSWORD, Setting.TURN_USER);
        Entry one = entries.get(Setting.TURN_SECRET);
        Entry other = entries.get(Setting.TURN_USER);
        if (one != null && other != null) {
            mistakes.add("mistake.turn-two", one.name(), other.name());
        }
        if (secret != null) {
            return new TurnCredentials.Shared(secret);
        }
        return user == null || password == null ? null : new TurnCredentials.Fixed(user, password);
    }

    /** Half a credential is none. */
    private void both(Setting given, Setting needed) {
        Entry entry = entries.get(given);
        if (entry != null && !entries.containsKey(needed)) {
            mistakes.add("mistake.account", entry.name(), needed.variable());
        }
    }

    @Nullable
    Https https(int plainPort) {
        String bind = value(Setting.HTTPS_BIND, Values::address);
        Integer port = value(Setting.HTTPS_PORT, Values::portOrNone);
        Path certificate = value(Setting.TLS_CERTIFICATE, Values::path);
        Path key = value(Setting.TLS_KEY, Values::path);
        together(Setting.TLS_CERTIFICATE, Setting.TLS_KEY);
        together(Setting.TLS_KEY, Setting.TLS_CERTIFICATE);
        if (port != null && port == Values.NO_PORT) {
            return null;
        }
        if (port == null) {
            // Who takes any free port may run several of these at once.
            port = plainPort == 0 ? 0 : Defaults.HTTPS_PORT;
        }
        return new Https(bind == null ? "0.0.0.0" : bind, port, certificate, key);
    }

    PathPolicy paths() {
        PathPolicy.Choice choice = value(Setting.PATH, Values::pathChoice);
        return new PathPolicy(
                choice == null ? PathPolicy.Choice.AUTO : choice,
                number(Setting.DIRECT_VIEWERS, 0, 1000, PathPolicy.DEFAULT_DIRECT_VIEWERS));
    }

    @Nullable
    RelaySettings relay(PathPolicy paths, String bind, int plainPort, @Nullable Https https) {
        int port = number(Setting.RELAY_PORT, 0, 65535, plainPort == 0 ? 0 : Defaults.RELAY_PORT);
        InetSocketAddress known = value(Setting.PUBLIC_ADDRESS, Values::publicAddress);
        boolean onThisMachine = Values.isLoopback(bind)
                && (https == null || Values.isLoopback(https.bind()))
                // Behind a reverse proxy on this machine viewers are elsewhere all the same.
                && !entries.containsKey(Setting.ALLOWED_ORIGIN)
                && !entries.containsKey(Setting.TRUSTED_PROXY);
        return paths.choice() == PathPolicy.Choice.DIRECT ? null : new RelaySettings(port, onThisMachine, known);
    }

    /** Of two that are of no use alone. */
    private void together(Setting one, Setting other) {
        Entry entry = entries.get(one);
        if (entry != null && !entries.containsKey(other)) {
            mistakes.add("mistake.alone", entry.name(), other.option());
        }
    }

    Set<String> allowedOrigins() {
        return Set.copyOf(list(Setting.ALLOWED_ORIGIN, List.of("none"), Values::origin));
    }

    List<InetSocketAddress> networkCheck() {
        return list(Setting.NETWORK_CHECK, Defaults.NETWORK_CHECK, Values::hostAndPort);
    }

    Expected expected(int maxViewers) {
        return new Expected(
                number(Setting.VIEWERS, 1, 100_000, Math.min(Defaults.VIEWERS, maxViewers)),
                number(Setting.UPLINK, 1, 1_000_000, 0));
    }

    Path data(Path otherwise) {
        Path path = value(Setting.DATA, Values::path);
        return path == null ? otherwise : path;
    }

    <T> @Nullable T value(Setting setting, Function<String, Optional<T>> parser) {
        Entry entry = entries.get(setting);
        if (entry == null) {
            return null;
        }
        Optional<T> value = parser.apply(entry.value());
        if (value.isEmpty()) {
            wrong(setting, entry, entry.value());
        }
        return value.orElse(null);
    }

    /** The word none alone makes an empty list. */
    private <T> List<T> list(Setting setting, List<String> otherwise, Function<String, Optional<T>> parser) {
        Entry entry = entries.getOrDefault(setting, new Entry(setting.option(), otherwise));
        List<T> list = new ArrayList<>();
        if (entry.values().equals(List.of("none"))) {
            return list;
        }
        for (String text : entry.values()) {
            parser.apply(text).ifPresentOrElse(list::add, () -> wrong(setting, entry, text));
        }
        return list;
    }

    private void wrong(Setting setting, Entry entry, String text) {
        // A server's address may have a credential in it, where it does not belong. Secrets' rules do not repeat them.
        String shown = text.replaceAll(":[^:@]*@", ":***@");
        String rule = setting.kind() == Setting.Kind.FLAG ? "wrong.flag" : "wrong." + setting.key();
        mistakes.add(rule, entry.name(), shown);
    }
}
