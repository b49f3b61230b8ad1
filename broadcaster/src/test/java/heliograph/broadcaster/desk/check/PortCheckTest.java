package heliograph.broadcaster.desk.check;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.check.Finding.State;
import heliograph.broadcaster.desk.check.PortCheck.Protocol;
import heliograph.broadcaster.desk.text.Words;
import java.io.IOException;
import java.net.BindException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.SocketException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class PortCheckTest {
    private static final String PLACE = "127.0.0.84";

    private static Finding look(Protocol protocol, String address, int port, boolean ours) {
        return new PortCheck("--some-port", protocol, address, port, ours).look();
    }

    @Test
    void aTakenTcpPortFailsByNameAndTheOptionIsNamed() throws IOException {
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getByName(PLACE))) {
            Finding finding = look(Protocol.TCP, PLACE, other.getLocalPort(), false);
            assertThat(finding.state()).isEqualTo(State.FAILED);
            Words words = Words.of(Locale.ENGLISH);
            assertThat(finding.found().in(words)).contains(PLACE + ", TCP " + other.getLocalPort());
            assertThat(finding.advice().orElseThrow().in(words)).contains("--some-port");
            assertThat(look(Protocol.UDP, PLACE, other.getLocalPort(), false).state())
                    .isEqualTo(State.FINE);
        }
    }

    @Test
    void aTakenUdpPortFailsAlsoWhereOnlyOneAddressHasIt() throws IOException {
        try (DatagramSocket other = new DatagramSocket(new InetSocketAddress(PLACE, 0))) {
            assertThat(look(Protocol.UDP, "0.0.0.0", other.getLocalPort(), false)
                            .found()
                            .key())
                    .isEqualTo("check.port.taken");
            assertThat(look(Protocol.UDP, "0.0.0.0", other.getLocalPort(), true).state())
                    .isEqualTo(State.FINE);
        }
    }

    @Test
    void aFreePortIsFreeAgainAfterwards() throws IOException {
        int port;
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(PLACE))) {
            port = socket.getLocalPort();
        }
        for (int i = 0; i < 2; i++) {
            assertThat(look(Protocol.TCP, PLACE, port, false)).isEqualTo(Finding.fine("check.port.free", PLACE));
        }
    }

    @Test
    void anAddressThatIsNotOfThisMachineIsNoMatterOfAnotherProgram() {
        assertThat(look(Protocol.TCP, "192.0.2.1", 40_000, false).found().key()).isEqualTo("check.port.denied");
    }

    private static String judged(String address, int port, IOException failure) {
        return new PortCheck("--some-port", Protocol.TCP, address, port, false)
                .judge(failure)
                .found()
                .key();
    }

    @Test
    void whetherAPortIsTakenDoesNotHangOnTheLanguageOfTheSystem() {
        assertThat(judged(PLACE, 40_000, new BindException("Die Adresse wird bereits verwendet")))
                .isEqualTo("check.port.taken");
        assertThat(judged("0.0.0.0", 40_000, new BindException("地址已在使用"))).isEqualTo("check.port.taken");
        assertThat(judged("192.0.2.1", 40_000, new BindException("Die Adresse kann nicht zugewiesen werden")))
                .isEqualTo("check.port.denied");
        assertThat(judged(PLACE, 443, new BindException("Keine Berechtigung"))).isEqualTo("check.port.denied");
        assertThat(judged(PLACE, 40_000, new SocketException("not in use, but broken")))
                .isEqualTo("check.port.denied");
    }

    @Test
    void anyFreePortIsFine() {
        assertThat(look(Protocol.TCP, PLACE, 0, false).state()).isEqualTo(State.FINE);
    }
}
