package heliograph.relay.dtls;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.srtp.ProtectionProfile;
import java.nio.ByteBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Who can send under a viewer's address, and has no keys, ends nothing. */
class ForgedRecordTest {
    private final DtlsIdentity identity = DtlsIdentity.create(InstantSource.system());
    private final Handshakes handshakes = new Handshakes(identity, List.of(ProtectionProfile.values()));
    private final DtlsAssociation[] ends = new DtlsAssociation[2];

    @AfterEach
    void close() {
        handshakes.close();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 1, 8, 15, 16, 17, 23, 24, 26, 60, 1000})
    void aRecordThatNobodyProtectedIsPassedOver(int length) throws Exception {
        connect();
        for (int type : new int[] {21, 22, 23}) {
            for (DtlsAssociation end : ends) {
                end.put(record(type, length));
                end.put(record(type, length));
                assertThat(end.read()).isTrue();
            }
        }
        ends[0].close();
        assertThat(ends[1].read()).as("the true goodbye is heard").isFalse();
    }

    @Test
    void whatStandsBehindAnotherRecordIsLookedAtAsWell() throws Exception {
        connect();
        byte[] two = ByteBuffer.allocate(13 + 40 + 13 + 3)
                .put(record(23, 40))
                .put(record(21, 3))
                .array();
        ends[0].put(two);
        assertThat(ends[0].read()).isTrue();
        ends[1].close();
        assertThat(ends[0].read()).isFalse();
    }

    private void connect() throws Exception {
        CountDownLatch done = new CountDownLatch(2);
        ends[0] = new DtlsAssociation(datagram -> ends[1].put(datagram));
        ends[1] = new DtlsAssociation(datagram -> ends[0].put(datagram));
        for (int i = 0; i < 2; i++) {
            handshakes.start(ends[i], i == 0, identity.sha256(), keys -> done.countDown(), failure -> {});
        }
        assertThat(done.await(60, TimeUnit.SECONDS)).isTrue();
    }

    /** Of the epoch after the handshake, with a number that did not come yet (RFC 6347, section 4.1). */
    private static byte[] record(int type, int length) {
        return ByteBuffer.allocate(13 + length)
                .put((byte) type)
                .putShort((short) 0xfefd)
                .putShort((short) 1)
                .putShort((short) 0)
                .putInt(99)
                .putShort((short) length)
                .array();
    }
}
