package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Every method where it does not belong, at WHEP's endpoint and at a session, each on a connection of its own; used from one thread. */
final class WhepVerbs {
    private static final List<String> ALL =
            List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "CONNECT", "BREW");
    private static final Pattern LOCATION = Pattern.compile("(?im)^location: *(\\S+)");
    private static final String FRAGMENT_TYPE = "Content-Type: application/trickle-ice-sdpfrag\r\n";
    private static final String SDP_TYPE = "Content-Type: application/sdp\r\n";
    private static final String FRAGMENT = String.join(
            "\r\n",
            "a=ice-ufrag:EsAw",
            "a=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1",
            "m=audio 9 UDP/TLS/RTP/SAVPF 111",
            "a=mid:0",
            "");

    private final URI server;
    private final String from;
    private final String authorized;

    WhepVerbs(URI server, String from, String token) {
        this.server = server;
        this.from = from;
        this.authorized = "Authorization: Bearer " + token + "\r\n";
    }

    /** With a good token, and without. */
    void whereThereIsNoSession() throws IOException {
        for (String path : List.of("/whep", "/whep/", "/whep/nobody", "/whep/nobody/else", "/whep/%2e%2e/api/login")) {
            for (String verb : ALL) {
                assertThat(ask(verb, path, authorized, ""))
                        .as(verb + " " + path)
                        .isEqualTo(expected(verb, path));
                if (expected(verb, path) == 404) {
                    // Whether there is such a session nobody learns without a token.
                    assertThat(ask(verb, path, "", "")).as(verb + " " + path).isEqualTo(401);
                }
            }
        }
    }

    private static int expected(String verb, String path) {
        if (verb.equals("CONNECT") || path.contains("%2e")) {
            return 400;
        }
        if (verb.equals("OPTIONS")) {
            return 200;
        }
        if (!path.equals("/whep")) {
            return 404;
        }
        return switch (verb) {
            case "GET", "HEAD" -> 204;
            case "POST" -> 415;
            default -> 405;
        };
    }

    /** Before it, in it, and after it. */
    void aroundASession(String offer) throws IOException {
        assertThat(ask("POST", "/whep", SDP_TYPE, offer)).isEqualTo(401);
        assertThat(ask("POST", "/whep", authorized, offer)).isEqualTo(415);
        assertThat(ask("POST", "/whep", authorized + SDP_TYPE + "Accept: text/html\r\n", offer))
                .isEqualTo(406);
        String session = watch(offer);
        for (String verb : List.of("POST", "PUT", "TRACE", "BREW")) {
            assertThat(ask(verb, session, authorized, "")).as(verb).isEqualTo(405);
        }
        assertThat(ask("GET", session, authorized, "")).isEqualTo(204);
        assertThat(ask("DELETE", session, "", "")).isEqualTo(401);
        assertThat(ask("PATCH", session, authorized, FRAGMENT)).isEqualTo(415);
        assertThat(ask("PATCH", session, authorized + FRAGMENT_TYPE, FRAGMENT)).isEqualTo(428);
        assertThat(ask("PATCH", session, authorized + FRAGMENT_TYPE + "If-Match: \"x\"\r\n", FRAGMENT))
                .isEqualTo(412);
        assertThat(ask("PATCH", session, authorized + FRAGMENT_TYPE + "If-Match: *\r\n", "v=0\r\n"))
                .isEqualTo(422);
        assertThat(ask("DELETE", session, authorized, "")).isEqualTo(200);
        for (String verb : List.of("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE")) {
            assertThat(ask(verb, session, authorized, "")).as(verb).isEqualTo(404);
        }
    }

    private String watch(String offer) throws IOException {
        try (Wire wire = new Wire(from, server)) {
            Wire.Answer answer = wire.request("POST /whep", authorized + SDP_TYPE, offer);
            assertThat(answer.status()).isEqualTo(201);
            Matcher location = LOCATION.matcher(answer.head());
            assertThat(location.find()).isTrue();
            return location.group(1);
        }
    }

    private int ask(String verb, String path, String header, String body) throws IOException {
        try (Wire wire = new Wire(from, server)) {
            return wire.request(verb + " " + path, header, body).status();
        }
    }
}
