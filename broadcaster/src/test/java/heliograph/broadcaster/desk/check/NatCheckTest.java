package heliograph.broadcaster.desk.check;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.check.Finding.State;
import heliograph.signaling.ice.IceUrl;
import java.io.IOException;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

class NatCheckTest {
    private static final String ONE = "127.0.0.81";
    private static final String OTHER = "127.0.0.82";

    private static UnaryOperator<InetSocketAddress> router(int add) {
        return from -> new InetSocketAddress("203.0.113.7", 20_000 + (from.getPort() + add) % 10_000);
    }

    private static Finding look(boolean relay, IceUrl... servers) {
        return new NatCheck(List.of(servers), relay).look();
    }

    @Test
    void whereBothSeeTheSameTheMappingIsIndependentOfTheEndpoint() throws IOException {
        try (FakeStun one = new FakeStun(ONE, router(0));
                FakeStun other = new FakeStun(OTHER, router(0))) {
            Finding finding = look(true, one.url(), other.url());
            assertThat(finding.found()).isEqualTo(Sentence.of("check.nat.independent", "203.0.113.7"));
            assertThat(finding.state()).isEqualTo(State.FINE);
        }
    }

    @Test
    void whereTheySeeDifferentPortsItIsNot() throws IOException {
        try (FakeStun one = new FakeStun(ONE, router(0));
                FakeStun other = new FakeStun(OTHER, router(1))) {
            assertThat(look(true, one.url(), other.url()).found().key()).isEqualTo("check.nat.dependent");
            Finding without = look(false, one.url(), other.url());
            assertThat(without.state()).isEqualTo(State.WARNING);
            assertThat(without.advice().orElseThrow().key()).isEqualTo("check.nat.dependent-direct.todo");
        }
    }

    @Test
    void whereItsOwnAddressIsSeenThereIsNone() throws IOException {
        try (FakeStun one = new FakeStun(ONE, from -> from)) {
            assertThat(look(true, one.url()).found().key()).isEqualTo("check.nat.none");
        }
    }

    @Test
    void oneServerOrTwoNamesOfOneAddressTellNoKind() throws IOException {
        try (FakeStun one = new FakeStun(ONE, router(0));
                FakeStun twin = new FakeStun(ONE, router(1))) {
            assertThat(look(true, one.url()).found().key()).isEqualTo("check.nat.one-server");
            assertThat(look(true, one.url(), twin.url()).found().key()).isEqualTo("check.nat.one-server");
        }
    }

    @Test
    void aSilentServerIsPassedOver() throws IOException {
        try (DatagramSocket silent = new DatagramSocket(0, InetAddress.getByName("127.0.0.83"));
                FakeStun one = new FakeStun(ONE, router(0));
                FakeStun other = new FakeStun(OTHER, router(0))) {
            IceUrl deaf = new IceUrl(false, false, "127.0.0.83", silent.getLocalPort(), false);
            assertThat(look(true, deaf, one.url(), other.url()).found().key()).isEqualTo("check.nat.independent");
            assertThat(look(true, deaf).found().key()).isEqualTo("check.nat.unanswered");
            assertThat(new StunCheck(deaf).look().state()).isEqualTo(State.FAILED);
        }
    }

    @Test
    void withoutAServerItIsSaidThatNobodyWasAsked() {
        assertThat(look(true).found().key()).isEqualTo("check.nat.unasked");
    }

    @Test
    void aStunServerTellsTheAddressThatItSees() throws IOException {
        try (FakeStun one = new FakeStun(ONE, from -> new InetSocketAddress("203.0.113.7", 40_000))) {
            assertThat(new StunCheck(one.url()).look()).isEqualTo(Finding.fine("check.stun.fine", "203.0.113.7:40000"));
        }
    }
}
