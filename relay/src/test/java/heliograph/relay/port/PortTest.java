package heliograph.relay.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import heliograph.relay.dtls.Handshakes;
import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegEnd;
import heliograph.relay.srtp.ProtectionProfile;
import java.net.BindException;
import java.net.InetAddress;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Legs over real sockets, against a controlling agent as a browser is one. */
@Isolated("a hundred handshakes at once take all of the machine, and have 30 s")
class PortTest extends LegFixture {
    @ParameterizedTest
    @CsvSource({
        "127.0.0.1, false, AEAD_AES_128_GCM",
        "127.0.0.1, true, AEAD_AES_128_GCM",
        "127.0.0.1, false, AES128_CM_HMAC_SHA1_80",
        "127.0.0.1, true, AES128_CM_HMAC_SHA1_80",
        "::1, false, AEAD_AES_128_GCM",
    })
    void mediaGoesBothWays(String address, boolean remoteIsServer, ProtectionProfile profile) throws Exception {
        Port port = port(settings(address), BOTH);
        Heard heard = new Heard();
        Leg leg = port.open(heard);
        Remote remote = remote(remoteIsServer, address, List.of(profile));
        leg.connect(remote.description());
        remote.connect(leg.local());
        assertConnected(remote, heard);
        assertThat(remote.keys().profile()).isEqualTo(profile);
        assertMediaGoesBothWays(leg, heard, remote, 1);
    }

    @Test
    void anErrorOnThePortsThreadDoesNotEndIt() throws Exception {
        Port port = port(settings("127.0.0.1"), BOTH);
        CountDownLatch done = new CountDownLatch(1);
        port.post(() -> {
            throw new StackOverflowError("of a task");
        });
        port.post(done::countDown);
        assertThat(done.await(PATIENCE_SECONDS, TimeUnit.SECONDS)).isTrue();
    }

    @Test
    void theBetterProfileIsTakenWhereBothAreOffered() throws Exception {
        Connected pair = connect();
        assertThat(pair.remote().keys().profile()).isEqualTo(ProtectionProfile.AEAD_AES_128_GCM);
    }

    @Test
    void aClientHelloBeforeTheDescriptionIsNotLost() throws Exception {
        Port port = port(settings("127.0.0.1"), BOTH);
        Heard heard = new Heard();
        Leg leg = port.open(heard);
        Remote remote = remote(false, "127.0.0.1", BOTH);
        remote.connect(leg.local());
        // The checks are answered before the description is there, so the handshake begins.
        assertThat(remote.answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isNotNull();
        leg.connect(remote.description());
        assertConnected(remote, heard);
    }

    @Test
    void whoHasNoOtherWayIsWaitedForUntilItComes() throws Exception {
        Port port = port(settings("127.0.0.1", Duration.ofMillis(1), PATIENCE), BOTH);
        Heard hurried = new Heard();
        Heard heard = new Heard();
        Remote remote = remote(false, "127.0.0.1", BOTH);
        Leg leg = port.open(heard, true);
        leg.connect(remote.description());
        Leg other = port.open(hurried);
        other.connect(remote(false, "127.0.0.1", BOTH).description());
        assertThat(hurried.ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(LegEnd.UNREACHED);
        remote.connect(leg.local());
        assertConnected(remote, heard);
    }

    @Test
    void butNotForEver() throws Exception {
        Port port = port(settings("127.0.0.1", Duration.ofMillis(1), Duration.ofMillis(300)), BOTH);
        Heard heard = new Heard();
        port.open(heard, true).connect(remote(false, "127.0.0.1", BOTH).description());
        assertThat(heard.ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(LegEnd.UNREACHED);
    }

    @Test
    void whoCannotReachThePortIsToldOf() throws Exception {
        Port port = port(settings("127.0.0.1", Duration.ofMillis(300), PATIENCE), BOTH);
        Heard heard = new Heard();
        Leg leg = port.open(heard);
        leg.connect(remote(false, "127.0.0.1", BOTH).description());
        assertThat(heard.ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(LegEnd.UNREACHED);
        assertNothingIsLeft(port);
    }

    @Test
    void whoFallsSilentIsGone() throws Exception {
        Connected pair = connect(settings("127.0.0.1", PATIENCE, Duration.ofSeconds(5)), false);
        pair.remote().checking = false;
        pair.remote().answering = false;
        assertThat(pair.heard().ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(LegEnd.SILENT);
        assertNothingIsLeft(pair.port());
    }

    @ParameterizedTest
    @CsvSource({"false", "true"})
    void whoSaysGoodbyeIsGoneAtOnce(boolean remoteIsServer) throws Exception {
        Connected pair = connect(settings("127.0.0.1"), remoteIsServer);
        pair.remote().leave();
        assertThat(pair.heard().ends.poll(PATIENCE_SECONDS, TimeUnit.SECONDS)).isEqualTo(LegEnd.GOODBYE);
        assertNothingIsLeft(pair.port());
    }

    @Test
    void aLegThatIsClosedSaysGoodbyeAndItsObserverHearsNothingMore() throws Exception {
        Connected pair = connect();
        pair.leg().close();
        pair.leg().close();
        assertThat(pair.remote().goodbye.await(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .isTrue();
        assertNothingIsLeft(pair.port());
        pair.leg().sendRtp(packet(7), 0, 40);
        assertThat(pair.heard().ends).isEmpty();
    }

    @Test
    void aHundredJoinAtOnce() throws Exception {
        Port port = port(settings("127.0.0.1"), BOTH);
        // Browsers do not wait for each other: were theirs one pool as well, both might be full of those whom the other
        // lets wait.
        List<Handshakes> theirs = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            theirs.add(handshakes(BOTH));
        }
        List<Connected> all = new ArrayList<>();
        for (int i = 0; i < 100; i++) {
            Heard heard = new Heard();
            Leg leg = port.open(heard);
            Remote remote = new Remote(theirs.get(i / 20), i % 2 == 0, InetAddress.getLoopbackAddress());
            opened.add(remote);
            all.add(new Connected(port, leg, heard, remote));
        }
        for (Connected each : all) {
            each.leg().connect(each.remote().description());
            each.remote().connect(each.leg().local());
        }
        for (Connected each : all) {
            assertConnected(each.remote(), each.heard());
            each.leg().close();
        }
        assertNothingIsLeft(port);
    }

    @Test
    void aPortThatIsTakenIsAFailure() throws Exception {
        Port first = port(settings("127.0.0.1"), BOTH);
        PortSettings same = PortSettings.viewers(
                first.number(), List.of(InetAddress.getLoopbackAddress()), Optional.empty(), List.of());
        Port second = new Port(same, handshakes(BOTH));
        opened.add(second);
        assertThat(catchThrowable(second::start)).isInstanceOf(BindException.class);
    }
}
