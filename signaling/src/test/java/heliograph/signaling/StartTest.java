package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import heliograph.signaling.SignalingStartException.Reason;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.http.TrustedProxies;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.room.PathPolicy;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartTest {
    @TempDir
    private Path temp;

    private SignalingSettings settings(String bind, int port) {
        return new SignalingSettings(
                bind,
                port,
                null,
                Set.of(),
                temp.resolve("data"),
                IceServers.NONE,
                null,
                10,
                PathPolicy.DEFAULT,
                TrustedProxies.NONE,
                InstantSource.system());
    }

    @Test
    void theFirstStartGivesItsAccountOnceAndTheNextStartNone() throws Exception {
        try (SignalingServer first = SignalingServer.start(settings("127.0.0.1", 0))) {
            assertThat(first.firstAccount().orElseThrow().username()).isEqualTo("viewer");
            assertThat(first.firstAccount()).isEmpty();
        }
        try (SignalingServer second = SignalingServer.start(settings("127.0.0.1", 0))) {
            assertThat(second.firstAccount()).isEmpty();
        }
    }

    @Test
    void anAccountForThisRunIsNotStored() throws Exception {
        SignalingSettings run = new SignalingSettings(
                "127.0.0.1",
                0,
                null,
                Set.of(),
                temp.resolve("data"),
                IceServers.NONE,
                new Credentials("anna", "secret"),
                10,
                PathPolicy.DEFAULT,
                TrustedProxies.NONE,
                InstantSource.system());
        try (SignalingServer server = SignalingServer.start(run)) {
            assertThat(server.firstAccount()).isEmpty();
            assertThat(temp.resolve("data/accounts.json")).doesNotExist();
        }
    }

    @Test
    void theLinksNameTheAddressAndThePort() throws Exception {
        try (SignalingServer server = SignalingServer.start(settings("127.0.0.1", 0))) {
            URI watch = server.watchUri();
            assertThat(watch.getPort()).isPositive();
            assertThat(watch).isEqualTo(URI.create("http://127.0.0.1:" + watch.getPort() + "/"));
            assertThat(server.roomUri()).isEqualTo(URI.create("ws://127.0.0.1:" + watch.getPort() + "/ws"));
        }
    }

    @Test
    void onAllAddressesTheLinkIsOneThatOthersCanOpenAndTheStudioUsesTheLoopback() throws Exception {
        try (SignalingServer server = SignalingServer.start(settings("0.0.0.0", 0))) {
            assertThat(server.watchUri().getHost()).isNotEqualTo("0.0.0.0");
            assertThat(server.roomUri().getHost()).isEqualTo("127.0.0.1");
        }
    }

    @Test
    void anIpv6AddressStandsInBrackets() throws Exception {
        InetAddress loopback = InetAddress.getByAddress(new byte[] {0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1});
        assertThat(Addresses.watch(loopback, 8080)).isEqualTo(URI.create("http://[0:0:0:0:0:0:0:1]:8080/"));
        assertThat(Addresses.watch(loopback, 80)).isEqualTo(URI.create("http://[0:0:0:0:0:0:0:1]/"));
    }

    @Test
    void aPortThatIsTakenIsSaidSo() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            SignalingStartException failure = failure(settings("127.0.0.1", other.getLocalPort()));
            assertThat(failure.reason()).isEqualTo(Reason.PORT_TAKEN);
            assertThat(failure).hasMessageContaining("Port " + other.getLocalPort() + " on 127.0.0.1 is taken");
        }
    }

    @Test
    void aStartThatFailsDoesNotUseUpTheFirstPassword() throws Exception {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            failure(settings("127.0.0.1", other.getLocalPort()));
        }
        try (SignalingServer server = SignalingServer.start(settings("127.0.0.1", 0))) {
            assertThat(server.firstAccount()).isPresent();
        }
    }

    @Test
    void anAddressThatIsNotOursIsSaidSo() {
        for (String address : new String[] {"192.0.2.1", "no such address"}) {
            SignalingStartException failure = failure(settings(address, 0));
            assertThat(failure.reason()).isEqualTo(Reason.ADDRESS_UNKNOWN);
            assertThat(failure).hasMessageStartingWith(address + " is none of this computer's addresses");
        }
    }

    @Test
    void aPortThatIsNoneIsSaidSo() {
        assertThat(failure(settings("127.0.0.1", 65_536))).hasMessageContaining("65536 is no port");
    }

    @Test
    void aDataFolderThatCannotBeIsSaidSo() throws Exception {
        Files.writeString(temp.resolve("data"), "a file");
        SignalingStartException failure = failure(settings("127.0.0.1", 0));
        assertThat(failure.reason()).isEqualTo(Reason.DATA_FOLDER);
        assertThat(failure).hasMessageContaining(temp.resolve("data").toString());
    }

    @Test
    void aDamagedDataFolderIsSaidSo() throws Exception {
        Files.createDirectories(temp.resolve("data"));
        Files.writeString(temp.resolve("data/accounts.json"), "{");
        assertThat(failure(settings("127.0.0.1", 0))).hasMessageContaining("accounts.json");
    }

    @Test
    void theSamePortCanBeUsedAgainAtOnceAfterwards() throws Exception {
        int port = Ports.free();
        try (SignalingServer server = SignalingServer.start(settings("127.0.0.1", port))) {
            assertThat(server.watchUri().getPort()).isEqualTo(port);
        }
        try (SignalingServer again = SignalingServer.start(settings("127.0.0.1", port))) {
            assertThat(again.watchUri().getPort()).isEqualTo(port);
        }
    }

    private static SignalingStartException failure(SignalingSettings settings) {
        return catchThrowableOfType(
                SignalingStartException.class,
                () -> SignalingServer.start(settings).close());
    }
}
