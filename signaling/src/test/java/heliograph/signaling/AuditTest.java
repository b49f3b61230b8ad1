package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.auth.AccountBook;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.InvitationBook;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.ResourceLock;
import org.junit.jupiter.api.parallel.Resources;

@ResourceLock(Resources.SYSTEM_ERR)
class AuditTest {
    @RegisterExtension
    private final CaughtLog log = new CaughtLog();

    @TempDir
    private Path temp;

    private List<String> audit() {
        return log.text()
                .lines()
                .filter(line -> line.contains("heliograph.audit"))
                .map(line -> line.replaceFirst(".*INFO heliograph\\.audit - ", ""))
                .toList();
    }

    private void awaitLine(String line) {
        await().untilAsserted(() -> assertThat(audit()).contains(line));
    }

    @Test
    void everyComingAndGoingHasItsLineWithAddressAndAccountAndNoSecret() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        AccountBook accounts = new AccountBook(folder, new SecureRandom());
        accounts.add(new Credentials("anna", "secret-one"));
        String secret;
        try (TestServer t = TestServer.startStored(temp.resolve("data"));
                FakeBroadcaster broadcaster = t.onAir();
                Client viewer = t.connect()) {
            InvitationBook invitations = new InvitationBook(folder, new SecureRandom(), t.clock);
            String token = TestServer.token(t.login("anna", "secret-one"));
            awaitLine("audit: 127.0.0.1: account anna signed in");
            t.login("anna", "wrong-secret");
            awaitLine("audit: 127.0.0.1: sign-in refused, account anna");
            for (int i = 0; i < 4; i++) {
                t.login("my-password-here", "x");
            }
            awaitLine("audit: 127.0.0.1: sign-in refused, no such account");
            awaitLine("audit: 127.0.0.1: sign-in not looked at, no such account, 2 s to wait");
            awaitLine("audit: 127.0.0.1: broadcaster studio joined");
            viewer.join(token);
            String session =
                    Objects.requireNonNull(viewer.hear(Message.Live.class).session());
            broadcaster.client.say(new Message.Leave(session, "removed"));
            awaitLine("audit: 127.0.0.1: account anna removed by the broadcaster");

            InvitationBook.Created created = invitations.create("Bert", 1, Duration.ofHours(1));
            secret = created.secret();
            String named = created.invitation().id() + " (Bert)";
            awaitLine("audit: data folder: invitation " + named + " made");
            String body = "{\"invitation\":\"" + secret + "\"}";
            t.post("/api/invitation", "application/json", body);
            awaitLine("audit: 127.0.0.1: came in by invitation " + named);
            t.post("/api/invitation", "application/json", body);
            awaitLine("audit: 127.0.0.1: invitation " + named + " refused, it is USED");
            t.post("/api/invitation", "application/json", "{\"invitation\":\"half-a-secret\"}");
            awaitLine("audit: 127.0.0.1: invitation refused, there is none like that");
            invitations.revoke(created.invitation().id());
            awaitLine("audit: data folder: invitation " + named + " revoked");
            for (int i = 0; i < 3; i++) {
                t.post("/api/invitation", "application/json", body);
            }
            awaitLine("audit: 127.0.0.1: invitation " + named + " refused, it is REVOKED");

            for (int i = 0; i < 3; i++) {
                assertThat(asked("127.0.0.77", t, token)).startsWith("HTTP/1.1 401");
            }
            awaitLine("audit: 127.0.0.77: turned away, UNAUTHORIZED");
            assertThat(audit())
                    .as("what costs nothing fills no disk")
                    .filteredOn(line -> line.contains("127.0.0.77") || line.contains(named + " refused, it is REVOKED"))
                    .hasSize(2);
            assertThat(asked("127.0.0.78", t, t.server.broadcasterToken())).startsWith("HTTP/1.1 401");
            awaitLine("audit: 127.0.0.78: broadcaster studio turned away, NOT_ALLOWED");
            try (Client removed = t.connect()) {
                removed.say(new Message.Join(token));
                assertThat(removed.hear(Message.Refused.class).code()).isEqualTo(ErrorCode.UNAUTHORIZED);
            }
            awaitLine("audit: 127.0.0.1: turned away, UNAUTHORIZED");

            assertThatThrownBy(() -> new Client(t.http, t.server.roomUri(), "https://elsewhere.example"));
            awaitLine("audit: 127.0.0.1: WebSocket refused to a page of https://elsewhere.example");

            accounts.password(new Credentials("anna", "secret-two"));
            awaitLine("audit: data folder: account anna has another password");
            accounts.remove("anna");
            awaitLine("audit: data folder: account anna removed");
        }
        assertThat(log.text())
                .doesNotContain("secret-one", "wrong-secret", "secret-two", "my-password-here")
                .doesNotContain(secret, "half-a-secret");
    }

    /** Where the answer to a WHEP player from there begins. */
    private static String asked(String from, TestServer t, String token) throws IOException {
        try (Socket socket = new Socket()) {
            socket.bind(new InetSocketAddress(from, 0));
            socket.connect(new InetSocketAddress(
                    InetAddress.getLoopbackAddress(), t.server.watchUri().getPort()));
            socket.getOutputStream()
                    .write(("POST /whep HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\nContent-Length: 0\r\n"
                                    + "Authorization: Bearer " + token + "\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        }
    }
}
