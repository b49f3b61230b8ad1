package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystem;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger says to the port. */
class HttpFuzzTest {
    private static final Pattern STATUS = Pattern.compile("HTTP/1\\.1 (\\d{3}) ");

    @TempDir
    private static Path data;

    private static LocalServer server;
    private static Set<String> page;

    @BeforeAll
    static void start() throws Exception {
        server = LocalServer.start(data.resolve("data"));
        page = page();
    }

    @AfterAll
    static void stop() {
        server.close();
    }

    @FuzzTest
    void anyBytesGetOrderlyAnswersThatTellNothingAboutTheServer(byte[] bytes) throws Exception {
        String answers = new String(server.exchange(bytes), StandardCharsets.ISO_8859_1);
        assertThat(answers)
                .satisfiesAnyOf(a -> assertThat(a).isEmpty(), a -> assertThat(a).matches("(?s)HTTP/1\\.1 .*"));
        for (int status : statuses(answers)) {
            assertThat(status).isNotEqualTo(500);
        }
        assertThat(answers).doesNotContainIgnoringCase("jetty").doesNotContain("Exception", "\tat ");
        assertThat(count(answers, "X-Content-Type-Options: nosniff"))
                .isEqualTo(statuses(answers).stream()
                        .filter(status -> status != 100)
                        .count());
    }

    @FuzzTest
    void aPathGivesAFileOfThePageOrNothing(byte[] path) throws Exception {
        // One request, whatever is in it.
        String target = new String(path, StandardCharsets.ISO_8859_1).replaceAll("[\r\n ]", "_");
        String answer = server.exchange("GET /" + target + " HTTP/1.1\r\nHost: h\r\nConnection: close\r\n\r\n");
        List<Integer> statuses = statuses(answer);
        assertThat(statuses).hasSize(1);
        // 204 is WHEP's endpoint, 401 one of its sessions: both without anything to read.
        assertThat(statuses.get(0)).isIn(200, 204, 400, 401, 404, 405, 414, 426, 431);
        if (statuses.get(0) == 200) {
            assertThat(page).contains(body(answer));
        }
    }

    @FuzzTest
    void whatIsTriedAsALoginHasANameAndAPasswordOfTheRightLength(byte[] body) throws Exception {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String answer = server.exchange("POST /api/login HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n" + text);
        List<Integer> statuses = statuses(answer);
        assertThat(statuses).hasSize(1);
        if (body.length > 4096) {
            assertThat(statuses).containsExactly(413);
            return;
        }
        assertThat(statuses.get(0)).isIn(400, 401, 429);
        if (statuses.get(0) != 400) {
            JsonObject object = JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            assertThat(string(object.get("username"))).hasSizeBetween(1, 64);
            assertThat(string(object.get("password"))).hasSizeBetween(1, 256);
        }
    }

    @FuzzTest
    void whatIsTriedAsAnInvitationIsATextOfTheRightLengthAndLetsNobodyIn(byte[] body) throws Exception {
        String text = new String(body, StandardCharsets.ISO_8859_1);
        String answer = server.exchange("POST /api/invitation HTTP/1.1\r\nHost: h\r\nConnection: close\r\n"
                + "Content-Type: application/json\r\nContent-Length: " + body.length + "\r\n\r\n" + text);
        List<Integer> statuses = statuses(answer);
        assertThat(statuses).hasSize(1);
        assertThat(statuses.get(0)).isIn(body.length > 4096 ? List.of(413) : List.of(400, 401, 429));
        assertThat(JsonParser.parseString(body(answer)).getAsJsonObject().keySet())
                .containsExactly("error", "message");
        if (statuses.get(0) == 401 || statuses.get(0) == 429) {
            JsonObject object = JsonParser.parseString(new String(body, StandardCharsets.UTF_8))
                    .getAsJsonObject();
            assertThat(string(object.get("invitation"))).hasSizeBetween(1, 128);
        }
    }

    private static String string(JsonElement element) {
        assertThat(element.getAsJsonPrimitive().isString()).isTrue();
        return element.getAsString();
    }

    private static List<Integer> statuses(String answers) {
        return STATUS.matcher(answers)
                .results()
                .map((MatchResult match) -> Integer.valueOf(match.group(1)))
                .toList();
    }

    private static String body(String answer) {
        return answer.substring(answer.indexOf("\r\n\r\n") + 4);
    }

    private static long count(String text, String what) {
        Matcher matcher = Pattern.compile(Pattern.quote(what)).matcher(text);
        return matcher.results().count();
    }

    /** Every file of the page, byte for byte. */
    private static Set<String> page() throws Exception {
        Set<String> files = new HashSet<>();
        for (URL folder : Collections.list(HttpFuzzTest.class.getClassLoader().getResources("heliograph/web"))) {
            if (folder.getProtocol().equals("jar")) {
                try (FileSystem jar = FileSystems.newFileSystem(URI.create(folder.toString()), Map.of())) {
                    read(jar.getPath("heliograph/web"), files);
                }
            } else {
                read(Path.of(folder.toURI()), files);
            }
        }
        assertThat(files).hasSizeGreaterThan(20);
        return Set.copyOf(files);
    }

    private static void read(Path folder, Set<String> files) throws Exception {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : all.filter(Files::isRegularFile).toList()) {
                files.add(Files.readString(file, StandardCharsets.ISO_8859_1));
            }
        }
    }
}
