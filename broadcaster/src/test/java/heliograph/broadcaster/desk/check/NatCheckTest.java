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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NatCheckTest {
    private static final String ONE = "127.0.0.81";
    private static final String OTHER = "127.0.0.82";
    private static final String THIRD = "127.0.0.85";

    private static UnaryOperator<InetSocketAddress> router(int add) {
        return from -> new InetSocketAddress("203.0.113.7", 20_000 + (from.getPort() + add) % 10_000);
    }

    private static Finding look(boolean relay, IceUrl... servers) {
        return new NatCheck(List.of(servers), relay, address -> false).look();
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
        try (FakeStun one = new FakeStun(ONE, router(0))) {
            NatCheck check = new NatCheck(
                    List.of(one.url()),
                    true,
                    address -> address.getHostAddress().equals("203.0.113.7"));
            assertThat(check.look()).isEqualTo(Finding.fine("check.nat.none", "203.0.113.7"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"127.0.0.1", "192.168.1.5", "100.64.0.9", "169.254.3.4", "fd00::5"})
    void anAddressThatTheInternetDoesNotKnowTellsNothingWhosesoeverItIs(String seen) throws IOException {
        try (FakeStun one = new FakeStun(ONE, from -> new InetSocketAddress(seen, 20_000));
                FakeStun other = new FakeStun(OTHER, from -> new InetSocketAddress(seen, 20_000))) {
            for (boolean own : new boolean[] {true, false}) {
                Finding finding = new NatCheck(List.of(one.url(), other.url()), true, address -> own).look();
                assertThat(finding.found().key()).isEqualTo("check.nat.local");
                assertThat(finding.state()).isEqualTo(State.WARNING);
            }
        }
    }

    @Test
    void aServerOnTheOwnNetworkIsNotComparedWithOneOutside() throws IOException {
        try (FakeStun near = new FakeStun(ONE, from -> from);
                FakeStun one = new FakeStun(OTHER, router(0));
                FakeStun other = new FakeStun(THIRD, router(0))) {
            assertThat(look(true, near.url(), one.url()).found())
                    .isEqualTo(Sentence.of("check.nat.one-server", "203.0.113.7"));
            assertThat(look(true, near.url(), one.url(), other.url()).found().key())
                    .isEqualTo("check.nat.independent");
        }
    }

    @Test
    void addressesOfTwoFamiliesAreNotCompared() throws IOException {
        try (FakeStun six = new FakeStun(ONE, from -> new InetSocketAddress("2001:db8::7", 20_000));
                FakeStun one = new FakeStun(OTHER, router(0));
                FakeStun other = new FakeStun(THIRD, router(0))) {
            assertThat(look(true, six.url(), one.url()).found())
                    .isEqualTo(Sentence.of("check.nat.one-server", "203.0.113.7"));
            assertThat(look(true, six.url(), one.url(), other.url()).found().key())
                    .isEqualTo("check.nat.independent");
            assertThat(look(true, six.url()).found())
                    .isEqualTo(Sentence.of("check.nat.one-server", "2001:db8:0:0:0:0:0:7"));
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
