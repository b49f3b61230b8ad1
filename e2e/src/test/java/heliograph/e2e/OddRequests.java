package heliograph.e2e;

import java.nio.file.Path;
import java.util.List;

/** What an attacker asks, and no browser would. Stateless. */
final class OddRequests {
    /** The header of an orderly upgrade to a WebSocket, but for who asks. */
    static final String UPGRADE = String.join(
            "\r\n",
            "Upgrade: websocket",
            "Connection: Upgrade",
            "Sec-WebSocket-Version: 13",
            "Sec-WebSocket-Key: AAAAAAAAAAAAAAAAAAAAAA==",
            "");

    private OddRequests() {}

    /** Of what is not the page's, some of it in the data folder. */
    static List<String> paths(Path data) {
        return List.of(
                "/../../../../etc/passwd",
                "/%2e%2e/%2e%2e/etc/passwd",
                "/..%2f..%2fetc/passwd",
                "/%252e%252e/token.key",
                "/js/..;/..;/token.key",
                "/..\\..\\token.key",
                "/%c0%ae%c0%ae/token.key",
                "//token.key",
                "/token.key",
                "/accounts.json",
                "/index.html%00.png",
                "/heliograph/signaling/Main.class",
                "/META-INF/MANIFEST.MF",
                data.resolve("token.key").toString());
    }

    /** By which a proxy and a server may differ on where the request ends (RFC 9112, section 11.2). */
    static List<String> headersOfTwoReadings() {
        return List.of(
                "Content-Length: 5\r\nTransfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked\r\nContent-Length: 5\r\n",
                "Content-Length: 5\r\nContent-Length: 6\r\n",
                "Content-Length: 5, 6\r\n",
                "Content-Length: +5\r\n",
                "Content-Length : 5\r\n",
                "Content-Length: 5\r\n Transfer-Encoding: chunked\r\n",
                "Transfer-Encoding: chunked, identity\r\n",
                "Transfer-Encoding: xchunked\r\n",
                "Transfer-Encoding : chunked\r\n",
                "Transfer-Encoding:\u000bchunked\r\n",
                "X: a\rTransfer-Encoding: chunked\r\n",
                "Host: other\r\n");
    }
}
