package heliograph.relay.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.srtp.ProtectionProfile;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;

/** A place to handshake is nobody's for long while others wait for one. */
class HandshakesTest {
    private static final int LIMIT_SECONDS = 60;

    private final DtlsIdentity identity = DtlsIdentity.create(InstantSource.system());
    private final List<ProtectionProfile> profiles = List.of(ProtectionProfile.values());

    @AutoClose
    private final Handshakes handshakes = new Handshakes(identity, profiles, 1, Duration.ZERO);

    @AutoClose
    private final Handshakes others = new Handshakes(identity, profiles);

    private final LinkedBlockingQueue<String> failures = new LinkedBlockingQueue<>();

    @Test
    void whoSaysNothingGivesItsPlaceToWhoWaits() throws Exception {
        silent();
        silent();
        CountDownLatch done = pair();
        assertThat(failure()).contains("others wait");
        assertThat(failure()).contains("others wait");
        assertThat(done.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
    }

    @Test
    void whoGoesOnSayingWhatLeadsNowhereGivesItsPlaceAsWell() throws Exception {
        CountDownLatch asked = new CountDownLatch(3);
        DtlsAssociation[] busy = new DtlsAssociation[1];
        busy[0] = new DtlsAssociation(datagram -> {});
        Thread talker = new Thread(() -> {
            while (failures.isEmpty() && !Thread.currentThread().isInterrupted()) {
                busy[0].put(new byte[] {22, 0, 0});
                asked.countDown();
                Thread.onSpinWait();
            }
        });
        handshakes.start(busy[0], true, identity.sha256(), keys -> {}, this::failed);
        talker.start();
        try {
            assertThat(asked.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
            CountDownLatch done = pair();
            assertThat(failure()).contains("others wait");
            assertThat(done.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        } finally {
            talker.interrupt();
            talker.join();
        }
    }

    @Test
    void whoIsSlowIsWaitedForWhileNobodyElseIsThere() throws Exception {
        DtlsAssociation[] ends = ends();
        CountDownLatch waits = new CountDownLatch(1);
        CountDownLatch done = new CountDownLatch(2);
        handshakes.start(ends[0], true, identity.sha256(), keys -> done.countDown(), this::failed);
        // The client's first flight is lost, and it waits before it sends it again; so does the server, beyond its
        // turn.
        DtlsAssociation[] client = new DtlsAssociation[1];
        client[0] = new DtlsAssociation(datagram -> {
            if (waits.getCount() == 0) {
                ends[0].put(datagram);
            }
            waits.countDown();
        });
        ends[1] = client[0];
        others.start(client[0], false, identity.sha256(), keys -> done.countDown(), this::failed);
        assertThat(done.await(LIMIT_SECONDS, TimeUnit.SECONDS)).isTrue();
        assertThat(failures).isEmpty();
    }

    private void silent() {
        handshakes.start(new DtlsAssociation(datagram -> {}), true, identity.sha256(), keys -> {}, this::failed);
    }

    private CountDownLatch pair() {
        DtlsAssociation[] ends = ends();
        CountDownLatch done = new CountDownLatch(2);
        handshakes.start(ends[0], true, identity.sha256(), keys -> done.countDown(), this::failed);
        others.start(ends[1], false, identity.sha256(), keys -> done.countDown(), this::failed);
        return done;
    }

    private static DtlsAssociation[] ends() {
        DtlsAssociation[] ends = new DtlsAssociation[2];
        ends[0] = new DtlsAssociation(datagram -> ends[1].put(datagram));
        ends[1] = new DtlsAssociation(datagram -> ends[0].put(datagram));
        return ends;
    }

    private void failed(Exception failure) {
        failures.add(String.valueOf(failure.getMessage()));
    }

    private String failure() throws InterruptedException {
        return String.valueOf(failures.poll(LIMIT_SECONDS, TimeUnit.SECONDS));
    }
}
