package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;
import static org.awaitility.Awaitility.await;

import heliograph.signaling.SignalingStartException.Reason;
import heliograph.signaling.http.ConnectionLimits;
import heliograph.signaling.http.TrustedProxies;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.room.PathPolicy;
import heliograph.signaling.tls.Certificates;
import java.io.ByteArrayOutputStream;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.KeyPair;
import java.security.cert.X509Certificate;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLHandshakeException;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TlsTest {
    private final TrustingClient trusting = new TrustingClient();
    private @Nullable TestServer server;

    @TempDir
    private Path folder;

    @AfterEach
    void stop() {
        if (server != null) {
            server.close();
        }
    }

    private TestServer start(String bind, HttpsSettings.@Nullable Files files) throws Exception {
        TestServer started = TestServer.start(
                folder.resolve("data"),
                new HttpsSettings(bind, 0, files),
                ConnectionLimits.forViewers(TestServer.MAX_VIEWERS));
        server = started;
        return started;
    }

    @Test
    void thePageAndTheRoomAreThereOverTls() throws Exception {
        TestServer t = start("127.0.0.1", null);
        HttpResponse<String> page = trusting.get(t.secureUri("/"));
        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("<title>Heliograph</title>");
        URI room = URI.create("wss://" + t.secureUri("/").getAuthority() + "/ws");
        try (Client client = new Client(trusting.http(), room, "https://" + room.getAuthority())) {
            assertThat(client.join(t.viewerToken()).name()).isEqualTo("anna");
            client.hear(Message.Offline.class);
        }
        assertThatThrownBy(() -> new Client(trusting.http(), room, "http://" + room.getAuthority()))
                .as("the page of the other door")
                .hasMessageContaining("WebSocketHandshakeException");
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLSv1.2", "TLSv1.3"})
    void theseVersionsAreSpoken(String version) throws Exception {
        TestServer t = start("127.0.0.1", null);
        try (SSLSocket socket = trusting.connect(t.secureUri("/"))) {
            socket.setEnabledProtocols(new String[] {version});
            socket.startHandshake();
            assertThat(socket.getSession().getProtocol()).isEqualTo(version);
        }
    }

    /** By hand: Java itself does not offer them any more. */
    @ParameterizedTest
    @ValueSource(ints = {0x0300, 0x0301, 0x0302})
    void olderVersionsAreRefused(int version) throws Exception {
        TestServer t = start("127.0.0.1", null);
        byte[] answer = helloOf(version, t.secureUri("/"));
        assertThat(answer[0]).as("an alert").isEqualTo((byte) 21);
        assertThat(answer[5]).as("fatal").isEqualTo((byte) 2);
        // protocol_version, RFC 8446, section 6.2; of SSL 3 Java does not even read the hello.
        assertThat(answer[6]).isIn(version == 0x0300 ? new Object[] {(byte) 70, (byte) 40} : new Object[] {(byte) 70});
    }

    @Test
    void theSameHelloOfTls12IsAnswered() throws Exception {
        TestServer t = start("127.0.0.1", null);
        assertThat(helloOf(0x0303, t.secureUri("/"))[0]).as("a handshake").isEqualTo((byte) 22);
    }

    @ParameterizedTest
    @ValueSource(strings = {"TLS_ECDHE_ECDSA_WITH_AES_128_CBC_SHA256", "TLS_ECDHE_ECDSA_WITH_AES_256_CBC_SHA"})
    void weakCipherSuitesAreRefused(String suite) throws Exception {
        TestServer t = start("127.0.0.1", null);
        try (SSLSocket socket = trusting.connect(t.secureUri("/"))) {
            socket.setEnabledProtocols(new String[] {"TLSv1.2"});
            socket.setEnabledCipherSuites(new String[] {suite});
            assertThatThrownBy(socket::startHandshake).isInstanceOf(SSLHandshakeException.class);
        }
    }

    @Test
    void theFingerprintIsThatOfTheCertificateAndBrowsersAreNotToldToInsist() throws Exception {
        TestServer t = start("127.0.0.1", null);
        Links.Secure link = t.server.links().secure().orElseThrow();
        assertThat(link.fingerprint()).hasValue(trusting.fingerprint(link.uri()));
        assertThat(trusting.get(link.uri()).headers().firstValue("Strict-Transport-Security"))
                .isEmpty();
    }

    @Test
    void theOwnCertificateIsRenewedWhileTheServerRuns() throws Exception {
        TestServer t = start("127.0.0.1", null);
        List<Links> heard = new CopyOnWriteArrayList<>();
        t.server.onLinks(heard::add);
        String before = trusting.fingerprint(t.secureUri("/"));
        try (SSLSocket open = trusting.connect(t.secureUri("/"))) {
            open.startHandshake();
            t.clock.advance(Duration.ofDays(370));
            await().untilAsserted(() ->
                    assertThat(trusting.fingerprint(t.secureUri("/"))).isNotEqualTo(before));
            open.getOutputStream().write("HEAD / HTTP/1.1\r\nHost: x\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
            assertThat(open.getInputStream().read())
                    .as("a connection that was open stays")
                    .isEqualTo('H');
        }
        await().untilAsserted(() -> assertThat(heard).hasSize(2));
        assertThat(heard.get(1).secure().orElseThrow().fingerprint()).hasValue(trusting.fingerprint(t.secureUri("/")));
    }

    @Test
    void anOperatorsCertificateIsTakenAndReadAgainAndABrokenOneChangesNothing() throws Exception {
        KeyPair issuer = Certificates.key("EC");
        HttpsSettings.Files files = new HttpsSettings.Files(folder.resolve("crt.pem"), folder.resolve("key.pem"));
        X509Certificate first = write(files, issuer);
        TestServer t = start("127.0.0.1", files);
        assertThat(trusting.certificate(t.secureUri("/"))).isEqualTo(first);
        Links.Secure link = t.server.links().secure().orElseThrow();
        assertThat(link.uri().getHost()).isEqualTo(Certificates.NAME);
        assertThat(link.fingerprint()).isEmpty();
        assertThat(trusting.get(t.secureUri("/")).headers().firstValue("Strict-Transport-Security"))
                .hasValueSatisfying(it -> assertThat(it).startsWith("max-age="));

        Files.writeString(files.certificate(), "rubbish");
        X509Certificate second = write(new HttpsSettings.Files(folder.resolve("c2"), folder.resolve("k2")), issuer);
        Files.copy(folder.resolve("k2"), files.key(), StandardCopyOption.REPLACE_EXISTING);
        assertThat(trusting.certificate(t.secureUri("/"))).isEqualTo(first);

        Files.copy(folder.resolve("c2"), files.certificate(), StandardCopyOption.REPLACE_EXISTING);
        await().untilAsserted(
                        () -> assertThat(trusting.certificate(t.secureUri("/"))).isEqualTo(second));
    }

    @Test
    void allAddressesAreOpenWithTlsAndOnlyOneWithout() throws Exception {
        TestServer t = start("0.0.0.0", null);
        int port = t.securePort();
        for (String host : List.of("127.0.0.1", "127.0.0.2", "[::1]")) {
            assertThat(trusting.get(URI.create("https://" + host + ":" + port + "/"))
                            .statusCode())
                    .isEqualTo(200);
        }
        assertThatThrownBy(() -> new Socket("127.0.0.2", t.server.watchUri().getPort()).close())
                .isInstanceOf(ConnectException.class);
    }

    @Test
    void noWayIsNamedThatTheCertificateDoesNotStandFor() throws Exception {
        KeyPair key = Certificates.key("EC");
        HttpsSettings.Files files = new HttpsSettings.Files(folder.resolve("crt.pem"), folder.resolve("key.pem"));
        Files.writeString(files.certificate(), Certificates.pem(Certificates.selfSigned(key)));
        Files.writeString(files.key(), Certificates.pem(key));
        Links.Secure link = start("0.0.0.0", files).server.links().secure().orElseThrow();
        assertThat(link.fingerprint()).isPresent();
        assertThat(link.others()).isEmpty();
    }

    @Test
    void aPortThatIsTakenIsSaidSoAndTheOtherDoorIsShutAgain() throws Exception {
        int plain = Ports.free();
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SignalingSettings settings = new SignalingSettings(
                    "127.0.0.1",
                    plain,
                    new HttpsSettings("127.0.0.1", other.getLocalPort(), null),
                    Set.of(),
                    folder.resolve("data"),
                    IceServers.NONE,
                    TestServer.ACCOUNT,
                    5,
                    PathPolicy.DEFAULT,
                    TrustedProxies.NONE,
                    InstantSource.system());
            SignalingStartException failure = catchThrowableOfType(
                    SignalingStartException.class,
                    () -> SignalingServer.start(settings).close());
            assertThat(failure.reason()).isEqualTo(Reason.HTTPS_PORT_TAKEN);
            assertThat(failure).hasMessageContaining("Port " + other.getLocalPort() + " on 127.0.0.1 is taken");
            new ServerSocket(plain, 1, InetAddress.getLoopbackAddress()).close();
        }
    }

    private X509Certificate write(HttpsSettings.Files files, KeyPair issuer) throws Exception {
        KeyPair key = Certificates.key("EC");
        X509Certificate certificate = Certificates.issued(key, issuer);
        Files.writeString(files.certificate(), Certificates.pem(certificate));
        Files.writeString(files.key(), Certificates.pem(key));
        return certificate;
    }

    /** The first record of the answer to a ClientHello of that version (RFC 5246, section 7.4.1.2), with today's suites. */
    private static byte[] helloOf(int version, URI server) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.write(version >> 8);
        body.write(version & 0xff);
        body.write(new byte[32]);
        body.write(0);
        // Two with ECDSA, of TLS 1.2 and of TLS 1.0, and what says that renegotiation is safe.
        body.write(new byte[] {0, 6, (byte) 0xc0, 0x2b, (byte) 0xc0, 0x09, 0, (byte) 0xff});
        body.write(new byte[] {1, 0});
        byte[] groups = {0, 10, 0, 4, 0, 2, 0, 23};
        byte[] formats = {0, 11, 0, 2, 1, 0};
        byte[] signatures = {0, 13, 0, 4, 0, 2, 4, 3};
        int length = groups.length + formats.length + signatures.length;
        body.write(new byte[] {0, (byte) length});
        body.write(groups);
        body.write(formats);
        body.write(signatures);
        byte[] hello = body.toByteArray();
        ByteArrayOutputStream record = new ByteArrayOutputStream();
        record.write(new byte[] {22, 3, (byte) Math.min(version & 0xff, 1), 0, (byte) (hello.length + 4)});
        record.write(new byte[] {1, 0, 0, (byte) hello.length});
        record.write(hello);
        try (Socket socket = new Socket(server.getHost(), server.getPort())) {
            socket.setSoTimeout(20_000);
            socket.getOutputStream().write(record.toByteArray());
            return socket.getInputStream().readNBytes(7);
        }
    }
}
