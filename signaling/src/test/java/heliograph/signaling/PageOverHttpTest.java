package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class PageOverHttpTest extends WithServer {
    @Test
    void theRootIsThePageOfTheWebModule() throws Exception {
        HttpResponse<String> response = get("/");
        assertThat(response.statusCode()).isEqualTo(200);
        try (InputStream index = getClass().getResourceAsStream("/heliograph/web/index.html")) {
            byte[] bytes = Objects.requireNonNull(index).readAllBytes();
            assertThat(response.body()).isEqualTo(new String(bytes, StandardCharsets.UTF_8));
        }
        assertThat(response.headers().firstValue("Content-Type")).hasValue("text/html; charset=utf-8");
    }

    @ParameterizedTest
    @CsvSource({
        "/types/probe.js,text/javascript; charset=utf-8",
        "/types/probe.mjs,text/javascript; charset=utf-8",
        "/types/probe.css,text/css; charset=utf-8",
        "/types/probe.svg,image/svg+xml",
        "/types/probe.json,application/json",
        "/types/probe.webmanifest,application/manifest+json"
    })
    void everyFileHasTheTypeThatABrowserInsistsOn(String path, String type) throws Exception {
        HttpResponse<String> response = get(path);
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.headers().firstValue("Content-Type")).hasValue(type);
    }

    @Test
    void aFileIsAskedForEachTimeAndSentOnlyWhenItChanged() throws Exception {
        HttpResponse<String> first = get("/");
        assertThat(first.headers().firstValue("Cache-Control")).hasValue("no-cache");
        String etag = first.headers().firstValue("ETag").orElseThrow();
        HttpResponse<String> again = t.send(HttpRequest.newBuilder(t.uri("/")).header("If-None-Match", etag));
        assertThat(again.statusCode()).isEqualTo(304);
        assertThat(again.body()).isEmpty();
        HttpResponse<String> changed =
                t.send(HttpRequest.newBuilder(t.uri("/")).header("If-None-Match", "\"another\""));
        assertThat(changed.statusCode()).isEqualTo(200);
    }

    @Test
    void headGivesTheHeadersAlone() throws Exception {
        HttpResponse<String> response =
                t.send(HttpRequest.newBuilder(t.uri("/")).method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertThat(response.statusCode()).isEqualTo(200);
        assertThat(response.body()).isEmpty();
        assertThat(response.headers().firstValueAsLong("Content-Length").orElseThrow())
                .isPositive();
    }

    @Test
    void nothingCanBePostedToThePage() throws Exception {
        HttpResponse<String> response = t.post("/", "text/plain", "x");
        assertThat(response.statusCode()).isEqualTo(405);
        assertThat(response.headers().firstValue("Allow")).hasValue("GET, HEAD");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"/nothing.html", "/types", "/types/", "/types/probe.exe", "/api/other", "/.well-known/x.json"})
    void whatIsNotThereIsNotFoundAndNoFolderIsListed(String path) throws Exception {
        assertThat(get(path).statusCode()).isEqualTo(404);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/../protocol/Message.class",
                "/../web.json",
                "/types/../../web.json",
                "/..%2fweb.json",
                "/%2e%2e/web.json",
                "/%2e%2e%2fweb.json",
                "/types/..;/..;/web.json",
                "//etc/passwd",
                "/..\\web.json",
                "/%5c..%5cweb.json",
                "/types/probe.js%00.json",
                "/%c0%ae%c0%ae/web.json",
                "/../../../../../../etc/passwd"
            })
    void noPathLeadsOutOfThePage(String path) throws Exception {
        String answer = raw("GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 (400|404) ").doesNotContain("outside-the-page", "root:");
    }

    @Test
    void thereIsSomethingToFindOutsideThePage() {
        // Otherwise the paths above could not find it either, and would show nothing.
        assertThat(getClass().getResource("/heliograph/web.json")).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/types/probe.js", "/nothing.html", "/api/login", "/whep", "/%2e%2e%2fweb.json"})
    void everyAnswerHasTheSecurityHeaders(String path) throws Exception {
        HttpHeaders headers = get(path).headers();
        String policy = headers.firstValue("Content-Security-Policy").orElseThrow();
        assertThat(policy)
                .contains("default-src 'none'", "base-uri 'none'", "form-action 'none'", "frame-ancestors 'none'")
                .doesNotContain("unsafe", "*", "http:", "data:");
        assertThat(headers.firstValue("X-Content-Type-Options")).hasValue("nosniff");
        assertThat(headers.firstValue("Referrer-Policy")).hasValue("no-referrer");
        assertThat(headers.firstValue("Permissions-Policy").orElseThrow())
                .contains("autoplay=(self)", "fullscreen=(self)", "picture-in-picture=(self)", "camera=()")
                // Chromium knows it only behind a flag, and complains at every load.
                .doesNotContain("bluetooth");
        assertThat(headers.firstValue("Server")).isEmpty();
        assertThat(headers.firstValue("X-Powered-By")).isEmpty();
    }

    @Test
    void aHeaderThatIsTooLargeIsRefused() throws Exception {
        HttpResponse<String> response =
                t.send(HttpRequest.newBuilder(t.uri("/")).header("X-Large", "x".repeat(10_000)));
        assertThat(response.statusCode()).isEqualTo(431);
        assertThat(response.body()).doesNotContainIgnoringCase("jetty");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"garbage\r\n\r\n", "GET / HTTP/9.9\r\n\r\n", "GET  \u0001 HTTP/1.1\r\n\r\n", "\u0016\u0003\u0001"
            })
    void whatIsNoRequestIsRefusedWithoutAWordAboutTheServer(String garbage) throws Exception {
        String answer = raw(garbage + "\r\n\r\n");
        assertThat(answer).containsPattern("^HTTP/1.1 (400|505) ").doesNotContainIgnoringCase("jetty");
        assertThat(get("/").statusCode()).isEqualTo(200);
    }

    private HttpResponse<String> get(String path) throws Exception {
        return t.send(HttpRequest.newBuilder(t.uri(path)));
    }

    /** As no well-behaved client would ask. */
    private String raw(String request) throws IOException {
        try (Socket socket =
                new Socket(InetAddress.getLoopbackAddress(), t.server.watchUri().getPort())) {
            socket.setSoTimeout(10_000);
            socket.getOutputStream().write(request.getBytes(StandardCharsets.ISO_8859_1));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        }
    }
}
