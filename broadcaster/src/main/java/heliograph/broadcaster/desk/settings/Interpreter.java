package heliograph.broadcaster.desk.settings;

import heliograph.broadcaster.link.VideoCodec;
import heliograph.signaling.protocol.IceServer;
import java.net.InetSocketAddress;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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

    String bind() {
        String address = value(Setting.BIND, Values::address);
        return address == null ? "127.0.0.1" : address;
    }

    List<IceServer> iceServers() {
        return list(Setting.ICE_SERVER, Defaults.ICE_SERVERS, Values::iceServer);
    }

    List<InetSocketAddress> networkCheck() {
        return list(Setting.NETWORK_CHECK, Defaults.NETWORK_CHECK, Values::hostAndPort);
    }

    Path data(Path otherwise) {
        Path path = value(Setting.DATA, text -> {
            try {
                return text.isBlank() ? Optional.empty() : Optional.of(Path.of(text));
            } catch (InvalidPathException e) {
                return Optional.empty();
            }
        });
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
        // What stands for an ICE server may hold a credential.
        String shown = setting == Setting.ICE_SERVER ? text.replaceAll(":[^:@]*@", ":***@") : text;
        String rule = setting.kind() == Setting.Kind.FLAG ? "wrong.flag" : "wrong." + setting.key();
        mistakes.add(rule, entry.name(), shown);
    }
}
