package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.http.ConnectionLimits;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * An answer that comes before the request is out reaches whoever is still sending. Each waits for the answer and sends the rest only
 * then, so that it does not depend on who is faster.
 */
class LingeringCloseTest {
    private static final int REST = 200 * 1024;
    private static final Duration LONG = Duration.ofMinutes(5);
    private static final String[] LOCAL = {"Host: localhost"};

    private final List<Socket> sockets = new ArrayList<>();
    private TestServer t;

    @TempDir
    private Path data;

    @BeforeEach
    void start() throws Exception {
        t = start(LONG);
    }

    private TestServer start(Duration underWay) throws Exception {
        return TestServer.start(
                data.resolve("data" + underWay),
                null,
                new ConnectionLimits(2000, 1000, ConnectionLimitsTest.ANY_RATE, LONG, underWay));
    }

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        t.close();
    }

    @ParameterizedTest
    @CsvSource({
        "413, POST /api/login, application/json, localhost",
        "415, POST /api/login, text/plain, localhost",
        "405, PUT /api/login, application/json, localhost",
        "413, POST /api/invitation, application/json, localhost",
        "405, DELETE /api/invitation, application/json, localhost",
        "404, POST /api/nothing, application/json, localhost",
        "405, POST /, text/plain, localhost",
        "404, PUT /nothing, text/plain, localhost",
        "421, POST /api/login, application/json, evil.example",
        "401, POST /whep, application/sdp, localhost",
        "405, PUT /whep, application/sdp, localhost",
        "200, OPTIONS /whep, application/sdp, localhost",
        "204, GET /whep, application/sdp, localhost",
        "401, PATCH /whep/some, application/trickle-ice-sdpfrag, localhost",
    })
    void whatIsRefusedUnreadIsAnsweredToWhoIsStillSending(String status, String line, String type, String host)
            throws Exception {
        String[] fields = {"Host: " + host, "Content-Type: " + type};
        answeredWhileSending(status, head(line, fields, "Content-Length: " + REST), "x".repeat(REST));
        // A limit that only shows while the body is read.
        String chunk = "1800\r\n" + "x".repeat(0x1800) + "\r\n";
        answeredWhileSending(
                status,
                head(line, fields, "Transfer-Encoding: chunked") + chunk,
                chunk.repeat(REST / chunk.length()) + "0\r\n\r\n");
    }

    @Test
    void anOfferThatIsTooLargeIsToldSoWhetherItsLengthIsKnownOrNot() throws Exception {
        String[] fields = {
            "Host: localhost", "Content-Type: application/sdp", "Authorization: Bearer " + t.viewerToken()
        };
        answeredWhileSending("413", head("POST /whep", fields, "Content-Length: " + REST), "x".repeat(REST));
        String chunk = "8000\r\n" + "x".repeat(0x8000) + "\r\n";
        answeredWhileSending(
                "413",
                head("POST /whep", fields, "Transfer-Encoding: chunked") + chunk.repeat(3),
                chunk.repeat(5) + "0\r\n\r\n");
    }

    @Test
    void aSmallBodyThatNobodyReadsLeavesTheConnectionForTheNextRequest() throws Exception {
        Socket socket = connect();
        for (int i = 0; i < 3; i++) {
            send(socket, head("POST /", LOCAL, "Content-Length: 1000") + "x".repeat(300));
            assertThat(answer(socket)).startsWith("HTTP/1.1 405 ").doesNotContain("Connection: close");
            send(socket, "x".repeat(700));
        }
        send(socket, head("GET /whep", LOCAL));
        assertThat(answer(socket)).startsWith("HTTP/1.1 204 ");
    }

    @Test
    void aBodyInChunksThatIsReadLeavesTheConnectionForTheNextRequest() throws Exception {
        Socket socket = connect();
        for (int i = 0; i < 3; i++) {
            send(
                    socket,
                    head("POST /api/login", LOCAL, "Content-Type: application/json", "Transfer-Encoding: chunked"));
            send(socket, "2\r\n{}\r\n");
            send(socket, "0\r\n\r\n");
            assertThat(answer(socket)).startsWith("HTTP/1.1 400 ").doesNotContain("Connection: close");
        }
    }

    @Test
    void whoAsksWhetherToSendIsRefusedWithoutBeingToldTo() throws Exception {
        Socket socket = connect();
        send(socket, head("POST /whep", LOCAL, "Expect: 100-continue", "Content-Length: 100"));
        assertThat(answer(socket)).startsWith("HTTP/1.1 401 ").contains("\r\nConnection: close\r\n");
        assertThat(socket.getInputStream().read()).isEqualTo(-1);
    }

    @Test
    void aBodyThatNeverEndsIsReadUpToALimit() throws Exception {
        Socket socket = connect();
        send(socket, head("POST /nothing", LOCAL, "Transfer-Encoding: chunked"));
        assertThat(answer(socket)).startsWith("HTTP/1.1 404 ").contains("\r\nConnection: close\r\n");
        String chunk = "1000\r\n" + "x".repeat(0x1000) + "\r\n";
        int[] sent = {0};
        Throwable end = catchThrowable(() -> {
            // The system's own buffers take some megabytes more.
            while (sent[0] < 64 << 20) {
                send(socket, chunk);
                sent[0] += 0x1000;
            }
        });
        assertThat(end).isInstanceOf(IOException.class);
        assertThat(sent[0]).isGreaterThanOrEqualTo(1 << 20);
    }

    @Test
    void aBodyThatGoesOnAfterItsAnswerHasNoMoreTimeThanAnyRequest() throws Exception {
        t.close();
        t = start(Duration.ofSeconds(5));
        Socket socket = connect();
        send(socket, head("POST /nothing", LOCAL, "Content-Length: 1000000"));
        assertThat(answer(socket)).startsWith("HTTP/1.1 404 ").contains("\r\nConnection: close\r\n");
        long before = System.nanoTime();
        Throwable end = catchThrowable(() -> {
            while (System.nanoTime() - before < 30_000_000_000L) {
                // A byte now and then: so slowly that the whole would take a thousand seconds.
                await().pollDelay(Duration.ofMillis(1)).until(() -> true);
                send(socket, "x");
            }
        });
        assertThat(end).as("it is cut, long before the whole is sent").isInstanceOf(IOException.class);
    }

    private void answeredWhileSending(String status, String first, String rest) throws IOException {
        Socket socket = connect();
        send(socket, first);
        assertThat(answer(socket)).startsWith("HTTP/1.1 " + status + " ").contains("\r\nConnection: close\r\n");
        for (int from = 0; from < rest.length(); from += 1024) {
            send(socket, rest.substring(from, Math.min(rest.length(), from + 1024)));
        }
        assertThat(socket.getInputStream().readAllBytes()).isEmpty();
    }

    private static String head(String line, String[] fields, String... more) {
        return Stream.of(Stream.of(line + " HTTP/1.1"), Stream.of(fields), Stream.of(more), Stream.of("", ""))
                .flatMap(part -> part)
                .collect(Collectors.joining("\r\n"));
    }

    private Socket connect() throws IOException {
        Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), t.server.watchUri().getPort());
        socket.setSoTimeout(20_000);
        sockets.add(socket);
        return socket;
    }

    private static void send(Socket socket, String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.US_ASCII));
    }

    /** One answer, head and body. */
    private static String answer(Socket socket) throws IOException {
        InputStream in = socket.getInputStream();
        StringBuilder head = new StringBuilder();
        while (head.indexOf("\r\n\r\n") < 0) {
            int next = in.read();
            assertThat(next).as("after '%s'", head).isNotNegative();
            head.append((char) next);
        }
        String length = head.toString().replaceFirst("(?s).*\r\nContent-Length: (\\d+)\r\n.*", "$1");
        int bytes = length.contentEquals(head) ? 0 : Integer.parseInt(length);
        return head + new String(in.readNBytes(bytes), StandardCharsets.UTF_8);
    }
}
