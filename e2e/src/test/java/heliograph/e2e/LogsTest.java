package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.google.gson.JsonParser;
import heliograph.rig.Viewer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** Every flow of the whole program with every logger at its finest: what is said and where it is kept. */
class LogsTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final String TURN_SECRET = "turn-secret-5b0e";
    private static final String WRONG = "wrong-pass-31d7";
    private static final String ANNAS = "annas-pass-77aa";
    private static final String ATTEMPT = "9f86d081884c7d659a2feaa0c55ad015";
    private static final String PATCHED = "P2uYro0UCOQ4zxjKXaWCBui1";
    private static final String FINEST = "-Dorg.slf4j.simpleLogger.defaultLogLevel=trace"
            + " -Dorg.slf4j.simpleLogger.log.org.eclipse.jetty=trace"
            + " -Dorg.slf4j.simpleLogger.log.org.eclipse.jetty.http.HttpParser=trace";

    /** Whatever token: three parts, the first of them a JSON object. */
    private static final Pattern ANY_TOKEN = Pattern.compile("eyJ[A-Za-z0-9_-]{10,}");

    private static final Pattern TURN_PASSWORD = Pattern.compile("credential\"?[=:] ?\"([^\"]+)\"");

    private static final Pattern TURN_USER = Pattern.compile("username\"?[=:] ?\"([^\"]+)\"");

    @AutoClose
    private static final Scene scene = new Scene();

    private final Secrets secrets = new Secrets();

    @Test
    void noSecretIsInTheLogOnACommandLineOrInAChildsEnvironment() throws Exception {
        try (App app = App.start(
                scene.rig,
                variables -> {
                    variables.put("JAVA_TOOL_OPTIONS", FINEST);
                    // Nobody is there, which makes no difference to what is said of it.
                    variables.put("HELIOGRAPH_TURN_SECRET", TURN_SECRET);
                    // Accounts are those of the data folder then.
                    variables.remove("HELIOGRAPH_USER");
                    variables.remove("HELIOGRAPH_PASSWORD");
                },
                "--turn-server",
                "turn:127.0.0.1:9?transport=udp",
                "--camera",
                "test",
                "--microphone",
                "test",
                "--size",
                "320x240")) {
            app.order(App.PASSWORD + "\n", "accounts", "password", App.USER);
            app.awaitOutput("account " + App.USER);
            try (Viewer viewer = app.watchedIn(scene.chromium)) {
                viewer.awaitBeeps(1);
                secrets.add("password", List.of(App.PASSWORD, TURN_SECRET, WRONG, ANNAS, PATCHED));
                privateKey(app);
                descriptions(viewer);
                everyOtherFlow(app);
                players(app, viewer);
                accountsAndInvitations(app);
                renewalAndRemoval(app);
                nothingSecretIsIn("a command line", commandLine(app.desk()));
                nothingSecretIsIn("a command line", commandLine(app.studio()));
                nothingSecretIsIn("the studio's environment", read(app.studio(), "environ"));
            }
            app.awaitOutput("DEBUG studio: ");
            app.terminate();
            assertThat(app.output())
                    .contains("joined as " + App.USER, "TRACE studio: session ", "offer m=")
                    .contains("came in by invitation", "account anna", "removed by the broadcaster");
            // Each kind was there to be found.
            assertThat(secrets.kinds())
                    .contains("WHEP session", "attempt", "invitation", "TURN user", "TURN password", "private key")
                    .contains("ICE user fragment", "ICE password or DTLS fingerprint", "candidate's address", "token");
            nothingSecretIsIn("the log", app.output());
            onlyTheOwnerMayRead(app.data());
        }
    }

    private void descriptions(Viewer viewer) throws GeneralSecurityException {
        String both = viewer.tab()
                .evaluate(
                        "heliographProbe.peers[0].localDescription.sdp + heliographProbe.peers[0].remoteDescription.sdp")
                .getAsString();
        assertThat(both).containsPattern("a=candidate:\\S+ \\d+ udp");
        secrets.addDescription(both);
        assertThat(secrets.kinds()).contains("candidate's address");
        String used = viewer.tab()
                .evaluate("JSON.stringify(heliographProbe.peers[0].getConfiguration().iceServers)")
                .getAsString();
        turn(used);
    }

    /** The credentials that TURN servers ask for, each for its own user (draft-uberti-behave-turn-rest-00). */
    private void turn(String text) throws GeneralSecurityException {
        secrets.addAll("TURN user", TURN_USER, text);
        secrets.addAll("TURN password", TURN_PASSWORD, text);
        Matcher user = TURN_USER.matcher(text);
        Matcher password = TURN_PASSWORD.matcher(text);
        assertThat(user.find() && password.find()).isTrue();
        assertThat(password.group(1)).isEqualTo(turnPassword(TURN_SECRET, user.group(1)));
    }

    private static String turnPassword(String secret, String user) throws GeneralSecurityException {
        Mac mac = Mac.getInstance("HmacSHA1");
        mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA1"));
        return Base64.getEncoder().encodeToString(mac.doFinal(user.getBytes(StandardCharsets.UTF_8)));
    }

    /** That of the certificate which the HTTPS door shows, as a handshake tells. */
    private void privateKey(App app) throws IOException, GeneralSecurityException {
        TlsFile file = TlsFile.in(app.data());
        file.handshake(URI.create(app.secureUrl()));
        secrets.add(
                "private key",
                file.key().stream().filter(line -> line.length() >= 16).toList());
        secrets.add("private key", List.of(String.join("", file.key())));
        assertThat(secrets.in(Files.readString(app.data().resolve("tls.pem")))).contains("private key");
    }

    private void everyOtherFlow(App app) throws IOException, GeneralSecurityException {
        Intruder intruder = new Intruder(URI.create(app.url()));
        String token = intruder.login(App.USER, App.PASSWORD);
        secrets.add("token", List.of(token.split("\\.", -1)));
        turn(intruder.join(token));
        assertThat(intruder.canLogIn(App.USER, WRONG)).isFalse();
        // People type their password into the field for the name.
        assertThat(intruder.canLogIn(WRONG, "x")).isFalse();
        assertThat(intruder.post("api/login", "{\"username\":\"viewer\",\"password\":\"" + WRONG))
                .isBetween(400, 429);
        for (String forged : ForgedTokens.of(token, app.data()).values()) {
            assertThat(intruder.join(forged)).contains("\"error\"");
            assertThat(intruder.whep("Bearer " + forged, "v=0\r\n")).isEqualTo(401);
            String signature = forged.substring(forged.lastIndexOf('.') + 1);
            // Some have none, or what is too short to tell anything.
            if (signature.length() >= Secrets.SHORTEST) {
                secrets.add("forged signature", List.of(signature));
            }
        }
        for (String malformed : List.of(
                "{\"type\":\"join\",\"token\":\"" + token + "\"", "{\"type\":\"join\",\"tok\":\"" + token + "\"}")) {
            assertThat(intruder.closeCode(malformed)).isEqualTo(4400);
        }
        String offer = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\n"
                + "a=rtpmap:96 VP8/90000\r\na=mid:0\r\na=recvonly\r\na=ice-ufrag:abcd\r\na=ice-pwd:" + WRONG + "\r\n";
        assertThat(intruder.whep("Bearer " + token, offer)).isBetween(201, 422);
        assertThat(intruder.whep("Bearer " + token, offer + "a=ssrc:" + WRONG + "\r\n"))
                .isBetween(400, 422);
        assertThat(intruder.whep("Bearer " + token, "no SDP " + WRONG)).isBetween(400, 422);
        intruder.raw("GET /?token=" + token + " HTTP/1.1\r\nHost: h\r\nX: " + WRONG + "\r\n\r\n");
        intruder.raw("GET /" + WRONG + "%zz HTTP/1.1\r\nAuthorization: Bearer " + token + "\r\n\r\n");
    }

    private void players(App app, Viewer viewer) throws GeneralSecurityException {
        Intruder player = new Intruder(URI.create(app.url()));
        String token = player.login(App.USER, App.PASSWORD);
        String offer = viewer.tab()
                .evaluate("heliographProbe.peers[0].localDescription.sdp")
                .getAsString();
        HttpResponse<String> session = player.watch("Bearer " + token, offer);
        assertThat(session.statusCode()).isEqualTo(201);
        // Of the member's own, which TURN servers ask for.
        assertThat(session.headers().allValues("Link")).anyMatch(link -> link.contains("127.0.0.1:9?transport=udp"));
        turn(String.join("\n", session.headers().allValues("Link")));
        String location = session.headers().firstValue("Location").orElseThrow();
        secrets.add("WHEP session", List.of(location.substring(location.lastIndexOf('/') + 1)));
        assertThat(secrets.in(location)).contains("WHEP session");
        secrets.add("token", List.of(token.split("\\.", -1)));
        secrets.addDescription(session.body());
        String fragment =
                "a=ice-ufrag:EsAw\r\na=ice-pwd:" + PATCHED + "\r\nm=video 9 UDP/TLS/RTP/SAVPF 96\r\na=mid:0\r\n";
        secrets.addDescription(fragment);
        HttpResponse<String> restarted = player.patch(location, token, fragment);
        assertThat(restarted.statusCode()).isEqualTo(200);
        secrets.addDescription(restarted.body());
        assertThat(player.patch(location, token, "a=ice-pwd:" + PATCHED + "\r\n")
                        .statusCode())
                .isEqualTo(422);
    }

    private void accountsAndInvitations(App app) {
        Intruder guest = new Intruder(URI.create(app.url()));
        app.order(ANNAS + "\n", "accounts", "add", "anna");
        await().pollInterval(Duration.ofSeconds(1)).atMost(LIMIT).until(() -> guest.canLogIn("anna", ANNAS));
        String annas = guest.login("anna", ANNAS);
        app.order("", "accounts", "remove", "anna");
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(LIMIT)
                .until(() -> guest.join(annas).contains("unauthorized"));

        String link = app.order("", "invitations", "create", "--name", "Bert").strip();
        String secret = link.substring(link.indexOf('=') + 1);
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(LIMIT)
                .until(() -> guest.exchange(secret, ATTEMPT).statusCode() == 200);
        // It has one use: only that the attempt is the same lets it in again.
        assertThat(guest.exchange(secret, ATTEMPT).statusCode()).isEqualTo(200);
        assertThat(guest.json("api/invitation", "invitation", secret).statusCode())
                .isEqualTo(410);
        String second = app.order("", "invitations", "create", "--name", "Carl").strip();
        String unused = second.substring(second.indexOf('=') + 1);
        AtomicReference<String> carls = new AtomicReference<>("");
        await().pollInterval(Duration.ofSeconds(1)).atMost(LIMIT).until(() -> {
            HttpResponse<String> answer = guest.json("api/invitation", "invitation", unused);
            carls.set(answer.body());
            return answer.statusCode() == 200;
        });
        String token = JsonParser.parseString(carls.get())
                .getAsJsonObject()
                .get("token")
                .getAsString();
        assertThat(guest.join(token)).contains("Carl");
        app.order("", "invitations", "list").lines().forEach(line -> app.order("", "invitations", "revoke", id(line)));
        await().pollInterval(Duration.ofSeconds(1))
                .atMost(LIMIT)
                .until(() -> guest.join(token).contains("unauthorized"));
        secrets.add("token", List.of(annas, token));
        secrets.add("invitation", List.of(secret, link, unused, second, "#invite="));
        secrets.add("attempt", List.of(ATTEMPT));
    }

    private static String id(String line) {
        return line.substring(0, 6);
    }

    private void renewalAndRemoval(App app) throws IOException, GeneralSecurityException {
        URI server = URI.create(app.url());
        String token = new Intruder(server).login(App.USER, App.PASSWORD);
        try (Member watcher = new Member(server, ForgedTokens.old(token, app.data()))) {
            secrets.add("token", List.of(watcher.hear("token").get("token").getAsString()));
        }
        String broadcasters = app.broadcasterCredential();
        Member.remove(server, token, broadcasters);
        secrets.add("token", List.of(token, broadcasters));
    }

    private void nothingSecretIsIn(String where, String text) {
        assertThat(secrets.in(text)).as("in " + where).isEmpty();
        assertThat(ANY_TOKEN.matcher(text).find()).as("a token in " + where).isFalse();
        assertThat(text).doesNotContain("$argon2");
    }

    private static void onlyTheOwnerMayRead(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            assertThat(all)
                    .hasSizeGreaterThan(1)
                    .allSatisfy(path -> assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(path)))
                            .as(path.toString())
                            .isEqualTo(Files.isDirectory(path) ? "rwx------" : "rw-------"));
        }
    }

    private static String commandLine(ProcessHandle process) throws IOException {
        return read(process, "cmdline");
    }

    private static String read(ProcessHandle process, String what) throws IOException {
        return Files.readString(Path.of("/proc", String.valueOf(process.pid()), what), StandardCharsets.ISO_8859_1);
    }
}
