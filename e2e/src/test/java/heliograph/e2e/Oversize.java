package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.util.List;

/** Ten megabytes where a few kilobytes belong, and one byte too many; used from one thread. The limits are those of {@code docs/protocol.md}. */
final class Oversize {
    private static final int MESSAGE = 128 << 10;
    private static final String LARGE = "x".repeat(10 << 20);

    private final URI server;
    private final String from;

    Oversize(URI server, String from) {
        this.server = server;
        this.from = from;
    }

    /** Of what is longer than is read the server does not get to know that it is no message at all. */
    void ofAMessage(Intruder intruder) {
        // The reason is lost when the connection ends before all is sent.
        assertThat(intruder.closeCode(LARGE)).isIn(4413, 0);
        assertThat(intruder.closeCode(LARGE.substring(0, MESSAGE + 1))).isEqualTo(4413);
        assertThat(intruder.closeCode(LARGE.substring(0, MESSAGE))).isEqualTo(4400);
    }

    /** Of one that says its length and one that does not. */
    void ofABody(String path, String fields, int limit) throws IOException {
        String head = "POST " + path + " HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n" + fields;
        for (int length : new int[] {LARGE.length(), limit + 1}) {
            try (Wire announced = new Wire(from, server);
                    Wire chunked = new Wire(from, server)) {
                announced.say(head + "Content-Length: " + length + "\r\n\r\n");
                assertThat(announced.answer().status()).as(path).isEqualTo(413);
                int status = chunked.pour(head + "Transfer-Encoding: chunked\r\n\r\n", LARGE.substring(0, length));
                // Of ten megabytes it is luck whether the answer is still read or the connection is reset before.
                assertThat(status).as(path).isIn(length > MESSAGE ? List.of(413, 0) : List.of(413));
            }
        }
        try (Wire whole = new Wire(from, server)) {
            whole.say(head + "Content-Length: " + limit + "\r\n\r\n" + LARGE.substring(0, limit));
            assertThat(whole.answer().status())
                    .as("%s reads it, and it is none", path)
                    .isIn(400, 422);
        }
    }
}
