package heliograph.relay.port;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.relay.ice.IceCredentials;
import heliograph.relay.leg.CandidateType;
import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LocalTransport;
import heliograph.relay.stun.StunMessage;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** ICE restarts, addresses that change, roles. */
class IceLiteTest extends LegFixture {
    @Test
    void anIceRestartKeepsDtlsAndMediaWhileTheOldChecksStillCome() throws Exception {
        Connected pair = connect();
        LocalTransport before = pair.leg().local();
        pair.remote().credentials = IceCredentials.create(new SecureRandom());
        pair.leg().connect(pair.remote().description());
        LocalTransport after = pair.leg().local();
        assertThat(after.iceUfrag()).isNotEqualTo(before.iceUfrag());
        assertThat(after.icePwd()).isNotEqualTo(before.icePwd());
        assertThat(after.fingerprint()).isEqualTo(before.fingerprint());
        pair.remote().answers.clear();
        assertThat(pair.remote().answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("an answer to a check with the old credentials")
                .isNotNull();
        assertMediaGoesBothWays(pair.leg(), pair.heard(), pair.remote(), 2);
        pair.remote().connect(after);
        await().atMost(PATIENCE).until(() -> pair.port().registered() == 1);
        assertMediaGoesBothWays(pair.leg(), pair.heard(), pair.remote(), 3);
        assertThat(pair.leg().local().iceUfrag()).isEqualTo(after.iceUfrag());
    }

    @Test
    void theSameDescriptionAgainIsNoRestart() throws Exception {
        Connected pair = connect();
        String before = pair.leg().local().iceUfrag();
        pair.leg().connect(pair.remote().description());
        assertThat(pair.leg().local().iceUfrag()).isEqualTo(before);
    }

    @Test
    void aRemoteWhoseAddressChangesIsFollowed() throws Exception {
        Connected pair = connect();
        AtomicInteger number = new AtomicInteger();
        for (int i = 0; i < 3; i++) {
            pair.remote().rebind();
            // What is sent before the new address has answered a check goes to the old one.
            await().atMost(PATIENCE).until(() -> {
                pair.leg().sendRtp(packet(number.incrementAndGet()), 0, 40);
                return pair.remote().rtp.poll(100, TimeUnit.MILLISECONDS) != null;
            });
            await().atMost(PATIENCE).until(() -> {
                pair.remote().rtp.clear();
                pair.leg().sendRtp(packet(number.incrementAndGet()), 0, 40);
                return Arrays.equals(packet(number.get()), pair.remote().rtp.poll(1, TimeUnit.SECONDS));
            });
            assertMediaGoesBothWays(pair.leg(), pair.heard(), pair.remote(), number.incrementAndGet());
        }
        assertThat(pair.heard().ends).isEmpty();
    }

    @Test
    void aRemoteThatWouldBeControlledIsToldOfTheConflict() throws Exception {
        Port port = port(settings("127.0.0.1"), BOTH);
        Leg leg = port.open(new Heard());
        Remote remote = remote(false, "127.0.0.1", BOTH);
        remote.controlled = true;
        remote.connect(leg.local());
        StunMessage answer = remote.answers.poll(PATIENCE_SECONDS, TimeUnit.SECONDS);
        assertThat(answer).isNotNull().extracting(StunMessage::errorCode).isEqualTo(Optional.of(487));
    }

    @Test
    void howTheRemoteCameToItsAddressIsWhatItSaidOfIt() throws Exception {
        Connected pair = connect();
        assertThat(pair.leg().remoteType()).contains(CandidateType.PEER_REFLEXIVE);
        int port = pair.remote().address().getPort();
        pair.leg().remoteCandidate("1 1 udp 41886207 127.0.0.1 " + port + " typ relay raddr 192.0.2.1 rport 9000");
        await().atMost(PATIENCE)
                .untilAsserted(() -> assertThat(pair.leg().remoteType()).contains(CandidateType.RELAYED));
        assertThat(pair.port().open(new Heard()).remoteType()).isEmpty();
    }

    @Test
    void theWayIsOpenedToNewCandidatesAfterAnIceRestartAndOnlyThen() throws Exception {
        Connected pair = connect();
        Remote elsewhere = remote(false, "127.0.0.1", BOTH);
        String candidate = "1 1 udp 2113937151 127.0.0.1 " + elsewhere.address().getPort() + " typ host";
        pair.leg().remoteCandidate(candidate);
        pair.remote().credentials = IceCredentials.create(new SecureRandom());
        assertThat(elsewhere.indications.poll(500, TimeUnit.MILLISECONDS))
                .as("while the way is known")
                .isNull();
        pair.leg().connect(pair.remote().description());
        pair.leg().remoteCandidate(candidate);
        assertThat(elsewhere.indications.poll(PATIENCE_SECONDS, TimeUnit.SECONDS))
                .as("while nobody has checked with the new credentials")
                .isNotNull();
    }
}
