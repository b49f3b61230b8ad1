package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.desk.settings.Https;
import heliograph.broadcaster.desk.settings.RelaySettings;
import heliograph.broadcaster.desk.settings.Settings;
import heliograph.broadcaster.desk.text.Words;
import java.net.InetSocketAddress;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/**
 * A way in that can be given to viewers. Immutable; any thread.
 *
 * @param words where it works from
 * @param link what a browser opens
 */
public record Way(String words, String link) {

    /** All of them, in the order in which they are likely to be wanted. */
    public static List<Way> of(Room.Links links, Settings settings, Words words) {
        List<Way> ways = new ArrayList<>();
        links.secure().ifPresent(secure -> {
            boolean own = isLoopback(secure.uri());
            ways.add(new Way(
                    words.say(own ? "share.here.secure" : "share.network"),
                    secure.uri().toString()));
            secure.others()
                    .forEach(other ->
                            ways.add(new Way(words.say("share.network.other", other.getHost()), other.toString())));
        });
        RelaySettings relay = settings.relay();
        Https https = settings.https();
        InetSocketAddress known = relay == null ? null : relay.publicAddress();
        if (known != null && https != null && https.isForOthers() && https.port() != 0) {
            String host = known.getAddress().getHostAddress();
            String link = "https://" + (host.contains(":") ? "[" + host + "]" : host) + ":" + https.port() + "/";
            ways.add(new Way(words.say("share.internet", String.valueOf(https.port())), link));
        }
        settings.allowedOrigins().stream()
                .sorted()
                .forEach(origin -> ways.add(
                        new Way(words.say("share.proxy", URI.create(origin).getAuthority()), origin + "/")));
        URI plain = links.plain();
        ways.add(new Way(words.say(links.plainForOthers() ? "share.plain" : "share.here"), plain.toString()));
        return List.copyOf(ways);
    }

    private static boolean isLoopback(URI link) {
        String host = link.getHost();
        return host.startsWith("127.")
                || host.equals("localhost")
                || host.startsWith("[::1")
                || host.equals("[0:0:0:0:0:0:0:1]");
    }
}
