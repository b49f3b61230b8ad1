package heliograph.relay.stun;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class StunMessageTest {
    private static final byte[] ID = HexFormat.of().parseHex("b7e7a701bc34d686fa87dfae");

    @Test
    void theSampleRequestIsRead() {
        StunMessage request = read(Rfc5769.REQUEST);
        assertThat(request.type()).isEqualTo(StunMessage.BINDING_REQUEST);
        assertThat(request.transactionId()).isEqualTo(ID);
        assertThat(request.username()).contains("evtj:h6vY");
        assertThat(request.priority()).hasValue(0x6e0001ffL);
        assertThat(request.has(StunMessage.ICE_CONTROLLED)).isTrue();
        assertThat(request.has(StunMessage.USE_CANDIDATE)).isFalse();
        assertThat(request.notUnderstood()).isEmpty();
        assertThat(request.hasIntegrity(Rfc5769.PASSWORD)).isTrue();
        assertThat(request.hasIntegrity("another".getBytes(StandardCharsets.US_ASCII)))
                .isFalse();
    }

    @Test
    void theSampleResponsesAreRead() {
        StunMessage four = read(Rfc5769.IPV4_RESPONSE);
        assertThat(four.type()).isEqualTo(StunMessage.BINDING_SUCCESS);
        assertThat(four.xorMappedAddress()).contains(new InetSocketAddress("192.0.2.1", 32853));
        assertThat(four.hasIntegrity(Rfc5769.PASSWORD)).isTrue();
        StunMessage six = read(Rfc5769.IPV6_RESPONSE);
        assertThat(six.xorMappedAddress())
                .contains(new InetSocketAddress("2001:db8:1234:5678:11:2233:4455:6677", 32853));
        assertThat(six.hasIntegrity(Rfc5769.PASSWORD)).isTrue();
    }

    @Test
    void theSampleRequestOfALongTermUserHasItsIntegrity() {
        StunMessage request = read(Rfc5769.LONG_TERM_REQUEST);
        assertThat(request.realm()).contains("example.org");
        assertThat(request.nonce()).contains("f//499k954d6OL34oL9FSTvy64sA");
        byte[] key = LongTermKey.of("\u30DE\u30C8\u30EA\u30C3\u30AF\u30B9", "example.org", "TheMatrIX");
        assertThat(request.hasIntegrity(key)).isTrue();
        assertThat(request.hasIntegrity(LongTermKey.of("another", "example.org", "TheMatrIX")))
                .isFalse();
    }

    @Test
    void theSampleRequestOfALongTermUserIsWrittenAsItIs() {
        StunMessage sample = read(Rfc5769.LONG_TERM_REQUEST);
        String user = sample.username().orElseThrow();
        byte[] written = new StunWriter(StunMessage.BINDING_REQUEST, sample.transactionId())
                .username(user)
                .text(StunMessage.NONCE, sample.nonce().orElseThrow())
                .text(StunMessage.REALM, sample.realm().orElseThrow())
                .integrity(LongTermKey.of(user, "example.org", "TheMatrIX"))
                .fingerprint();
        // The sample has no FINGERPRINT, which the length at the beginning tells of.
        assertThat(Arrays.copyOfRange(written, 4, Rfc5769.LONG_TERM_REQUEST.length))
                .isEqualTo(Arrays.copyOfRange(Rfc5769.LONG_TERM_REQUEST, 4, Rfc5769.LONG_TERM_REQUEST.length));
    }

    @Test
    void whatTurnSaysIsReadAsItWasWritten() {
        for (String address : List.of("192.0.2.1", "2001:db8:1234:5678:11:2233:4455:6677")) {
            InetSocketAddress relayed = new InetSocketAddress(address, 49152);
            StunMessage answer = read(new StunWriter(StunMessage.ALLOCATE_SUCCESS, ID)
                    .xorRelayedAddress(relayed)
                    .lifetime(600)
                    .fingerprint());
            assertThat(answer.xorRelayedAddress()).contains(relayed);
            assertThat(answer.xorMappedAddress()).isEmpty();
            assertThat(answer.lifetime()).hasValue(600);
        }
        byte[] request =
                new StunWriter(StunMessage.ALLOCATE_REQUEST, ID).requestedUdp().fingerprint();
        // RFC 8656, section 18.8: the protocol's number, and three bytes of nothing.
        assertThat(Arrays.copyOfRange(request, 20, 28)).containsExactly(0, 0x19, 0, 4, 17, 0, 0, 0);
    }

    @Test
    void theSampleRequestIsWrittenAsItIs() {
        byte[] written = new StunWriter(StunMessage.BINDING_REQUEST, ID)
                .attribute(0x8022, "STUN test client".getBytes(StandardCharsets.US_ASCII))
                .attribute(StunMessage.PRIORITY, HexFormat.of().parseHex("6e0001ff"))
                .attribute(StunMessage.ICE_CONTROLLED, HexFormat.of().parseHex("932ff9b151263b36"))
                .username("evtj:h6vY")
                .integrity(Rfc5769.PASSWORD)
                .fingerprint();
        // RFC 5769 pads with blanks and we with zeros, so that only what comes before the padding is the same.
        assertThat(Arrays.copyOf(written, 73)).isEqualTo(Arrays.copyOf(Rfc5769.REQUEST, 73));
        assertThat(read(written).hasIntegrity(Rfc5769.PASSWORD)).isTrue();
    }

    @Test
    void addressesAreWrittenAsInTheSampleResponses() {
        for (String address : List.of("192.0.2.1", "2001:db8:1234:5678:11:2233:4455:6677")) {
            InetSocketAddress mapped = new InetSocketAddress(address, 32853);
            byte[] sample = address.contains(":") ? Rfc5769.IPV6_RESPONSE : Rfc5769.IPV4_RESPONSE;
            byte[] written = new StunWriter(StunMessage.BINDING_SUCCESS, ID)
                    .xorMappedAddress(mapped)
                    .fingerprint();
            int size = address.contains(":") ? 24 : 12;
            assertThat(Arrays.copyOfRange(written, 20, 20 + size)).isEqualTo(Arrays.copyOfRange(sample, 36, 36 + size));
        }
    }

    @Test
    void anErrorSaysItsCodeAndWhatWasNotUnderstood() {
        StunMessage error = read(new StunWriter(StunMessage.BINDING_ERROR, ID)
                .errorCode(420, "Unknown Attribute")
                .unknownAttributes(List.of(0x0030))
                .fingerprint());
        assertThat(error.errorCode()).contains(420);
        assertThat(error.has(StunMessage.UNKNOWN_ATTRIBUTES)).isTrue();
    }

    @Test
    void whatMustBeUnderstoodAndIsNotIsNamed() {
        StunMessage request = read(new StunWriter(StunMessage.BINDING_REQUEST, ID)
                .attribute(0x0030, new byte[3])
                .attribute(0xC001, new byte[4])
                .fingerprint());
        assertThat(request.notUnderstood()).containsExactly(0x0030);
    }

    @Test
    void anAttributeAfterTheIntegrityCountsForNothing() {
        StunMessage request = read(new StunWriter(StunMessage.BINDING_REQUEST, ID)
                .integrity(Rfc5769.PASSWORD)
                .attribute(StunMessage.USE_CANDIDATE, new byte[0])
                .fingerprint());
        assertThat(request.hasIntegrity(Rfc5769.PASSWORD)).isTrue();
        assertThat(request.has(StunMessage.USE_CANDIDATE)).isFalse();
    }

    /** But for the head of the FINGERPRINT, which nothing protects, and without which a message is as good. */
    @Test
    void anyFlippedBitSpoilsAMessageOrItsIntegrity() {
        for (int bit = 0; bit < 8 * Rfc5769.REQUEST.length; bit = bit == 8 * 100 - 1 ? 8 * 104 : bit + 1) {
            byte[] flipped = Rfc5769.REQUEST.clone();
            flipped[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(StunMessage.read(flipped, 0, flipped.length)
                            .filter(message -> message.hasIntegrity(Rfc5769.PASSWORD)))
                    .as("bit %d", bit)
                    .isEmpty();
        }
    }

    @Test
    void aMessageThatIsCutOrHasSomethingBehindIsNone() {
        byte[] longer = Arrays.copyOf(Rfc5769.REQUEST, Rfc5769.REQUEST.length + 4);
        for (int length = 0; length <= longer.length; length++) {
            assertThat(StunMessage.read(longer, 0, length).isPresent())
                    .as("%d bytes", length)
                    .isEqualTo(length == Rfc5769.REQUEST.length);
        }
    }

    private static StunMessage read(byte[] bytes) {
        Optional<StunMessage> message = StunMessage.read(bytes, 0, bytes.length);
        assertThat(message).isPresent();
        return message.orElseThrow();
    }
}
