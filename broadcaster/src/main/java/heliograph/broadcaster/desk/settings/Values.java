package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.link.Broadcast;
import heliograph.broadcaster.link.Source;
import heliograph.broadcaster.link.VideoCodec;
import heliograph.signaling.http.CidrBlock;
import heliograph.signaling.http.WebOrigin;
import heliograph.signaling.ice.IceUrl;
import heliograph.signaling.ice.TurnCredentials;
import heliograph.signaling.room.Announcement;
import heliograph.signaling.room.PathPolicy;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.UnknownHostException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What a text means; empty where it means nothing. Stateless; any thread. */
final class Values {
    private static final Pattern SIZE = Pattern.compile("(\\d{1,5})[xX×](\\d{1,5})");
    private static final Pattern RANGE = Pattern.compile("(\\d{1,5})-(\\d{1,5})");
    private static final Pattern HOST_PORT = Pattern.compile("(\\[[0-9a-fA-F:.%]+]|[^\\s:\\[\\]/]+):(\\d{1,5})");
    private static final Pattern BRACKETED = Pattern.compile("\\[([0-9a-fA-F:.]+)](?::(\\d{1,5}))?");

    private static final Pattern SCOPED = Pattern.compile("([0-9a-fA-F.]*:[0-9a-fA-F:.]*)%[\\w.-]+");

    /** Instead of a port: there is to be none. */
    static final int NO_PORT = -1;

    record Size(int width, int height) {}

    static Optional<Boolean> flag(String text) {
        return switch (text.toLowerCase(Locale.ROOT)) {
            case "true" -> Optional.of(true);
            case "false" -> Optional.of(false);
            default -> Optional.empty();
        };
    }

    static Optional<String> title(String text) {
        return Optional.of(text).filter(Announcement::isTitle);
    }

    static Optional<Source> source(String text) {
        if (text.isBlank()) {
            return Optional.empty();
        }
        return Optional.of(
                switch (text) {
                    case "test" -> new Source.Test();
                    case "none" -> new Source.None();
                    default -> new Source.Device("", text);
                });
    }

    /** What a picture is taken from. */
    static Optional<Source> picture(String text) {
        return text.equals("screen") ? Optional.of(new Source.Screen()) : source(text);
    }

    /** Even, because the picture's colour has half its size. */
    static Optional<Size> size(String text) {
        Matcher matcher = SIZE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        Size size = new Size(Integer.parseInt(matcher.group(1)), Integer.parseInt(matcher.group(2)));
        boolean fits = size.width >= 64 && size.width <= 7680 && size.height >= 64 && size.height <= 4320;
        return fits && size.width % 2 == 0 && size.height % 2 == 0 ? Optional.of(size) : Optional.empty();
    }

    static Optional<Integer> number(String text, int min, int max) {
        if (!text.matches("\\d{1,9}")) {
            return Optional.empty();
        }
        int number = Integer.parseInt(text);
        return number >= min && number <= max ? Optional.of(number) : Optional.empty();
    }

    /** A port, or {@link #NO_PORT} for the word none. */
    static Optional<Integer> portOrNone(String text) {
        return text.equals("none") ? Optional.of(NO_PORT) : number(text, 0, 65535);
    }

    static Optional<Path> path(String text) {
        try {
            return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
        } catch (InvalidPathException e) {
            return Optional.empty();
        }
    }

    /** A scheme, a host and perhaps a port, as browsers write it. */
    static Optional<String> origin(String text) {
        return WebOrigin.parse(text);
    }

    static Optional<VideoCodec> codec(String text) {
        return Arrays.stream(VideoCodec.values())
                .filter(codec -> codec.name().equalsIgnoreCase(text))
                .findFirst();
    }

    /** An address of this machine in figures, or localhost: a name would have to be asked for. */
    static Optional<String> address(String text) {
        Matcher scoped = SCOPED.matcher(text);
        // Which interfaces there are is for whoever listens there to find out.
        String figures = scoped.matches() ? scoped.group(1) : text;
        boolean known = figures.indexOf('/') < 0 && CidrBlock.parse(figures).isPresent();
        return text.equals("localhost") || known ? Optional.of(text) : Optional.empty();
    }

    static Optional<PathPolicy.Choice> pathChoice(String text) {
        return Arrays.stream(PathPolicy.Choice.values())
                .filter(choice -> choice.name().equalsIgnoreCase(text))
                .findFirst();
    }

    /** Of what {@link #address} gives; a name or a wildcard is for others too. */
    static boolean isLoopback(String address) {
        return address.equals("localhost") || address.equals("::1") || address.startsWith("127.");
    }

    /** An address in figures that others can reach, perhaps with a port; without one the port is 0. IPv6 with a port in brackets. */
    static Optional<InetSocketAddress> publicAddress(String text) {
        Matcher bracketed = BRACKETED.matcher(text);
        Matcher plain = HOST_PORT.matcher(text);
        if (bracketed.matches()) {
            return publicAddress(bracketed.group(1), Optional.ofNullable(bracketed.group(2)));
        }
        return plain.matches()
                ? publicAddress(plain.group(1), Optional.of(plain.group(2)))
                : publicAddress(text, Optional.empty());
    }

    private static Optional<InetSocketAddress> publicAddress(String host, Optional<String> port) {
        Optional<Integer> number = port.isEmpty() ? Optional.of(0) : number(port.get(), 1, 65535);
        if (number.isEmpty()
                || host.indexOf('%') >= 0
                || host.equals("localhost")
                || address(host).isEmpty()) {
            return Optional.empty();
        }
        try {
            // In figures: nobody is asked.
            InetAddress address = InetAddress.getByName(host);
            boolean reachable =
                    !address.isAnyLocalAddress() && !address.isLoopbackAddress() && !address.isMulticastAddress();
            return reachable ? Optional.of(new InetSocketAddress(address, number.get())) : Optional.empty();
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    static Optional<Broadcast.UdpPorts> range(String text) {
        Matcher matcher = RANGE.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        int min = Integer.parseInt(matcher.group(1));
        int max = Integer.parseInt(matcher.group(2));
        return min >= 1024 && max <= 65535 && min <= max
                ? Optional.of(new Broadcast.UdpPorts(min, max))
                : Optional.empty();
    }

    static Optional<String> stunServer(String text) {
        return Optional.of(text).filter(IceUrl::isStun);
    }

    static Optional<String> turnServer(String text) {
        return Optional.of(text).filter(IceUrl::isTurn);
    }

    static Optional<String> credential(String text) {
        return Optional.of(text).filter(TurnCredentials::isUsable);
    }

    static Optional<InetSocketAddress> hostAndPort(String text) {
        Matcher matcher = HOST_PORT.matcher(text);
        if (!matcher.matches()) {
            return Optional.empty();
        }
        return number(matcher.group(2), 1, 65535)
                .map(port -> InetSocketAddress.createUnresolved(matcher.group(1).replaceAll("[\\[\\]]", ""), port));
    }

    private Values() {}
}
