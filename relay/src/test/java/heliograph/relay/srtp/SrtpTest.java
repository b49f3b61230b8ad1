package heliograph.relay.srtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Against the vectors of RFC 3711 and RFC 7714, and those of libsrtp, which begin with the master key. */
class SrtpTest {
    private static final MasterKey COUNTER_MODE =
            new MasterKey(hex("e1f97a0d3e018be0d64fa32c06de4139"), hex("0ec675ad498afeebb6960b3aabe6"));
    private static final MasterKey GCM =
            new MasterKey(hex("000102030405060708090a0b0c0d0e0f"), hex("a0a1a2a3a4a5a6a7a8a9aaab"));
    private static final byte[] RTP = hex("800f1234decafbadcafebabeabababababababababababababababab");
    private static final byte[] RTCP = hex("81c8000bcafebabeabababababababababababababababab");

    @Test
    void sessionKeysAreDerivedAsInAppendixB3OfRfc3711() {
        assertThat(KeyDerivation.derive(COUNTER_MODE, KeyDerivation.RTP_ENCRYPTION, 16))
                .isEqualTo(hex("c61e7a93744f39ee10734afe3ff7a087"));
        assertThat(KeyDerivation.derive(COUNTER_MODE, KeyDerivation.RTP_SALT, 14))
                .isEqualTo(hex("30cbbc08863d8c85d49db34a9ae1"));
        assertThat(KeyDerivation.derive(COUNTER_MODE, KeyDerivation.RTP_AUTHENTICATION, 94))
                .isEqualTo(hex("cebe321f6ff7716b6fd4ab49af256a156d38baa48f0a0acf3c34e2359e6cdbce"
                        + "e049646c43d9327ad175578ef72270986371c10c9a369ac2f94a8c5fbcdddc25"
                        + "6d6e919a48b610ef17c2041e474035766b68642c59bbfc2f34db60dbdfb2"));
    }

    @Test
    void aPacketIsProtectedAsInSection16OfRfc7714() throws Exception {
        byte[] key = hex("000102030405060708090a0b0c0d0e0f");
        byte[] salt = hex("517569642070726f2071756f");
        byte[] packet = hex("8040f17b8041f8d35501a0b247616c6c696120657374206f6d6e697320646976"
                + "69736120696e207061727465732074726573");
        byte[] out = new byte[SrtpSender.room(packet.length)];
        int length = new GcmCipher(key, salt, key, salt).protectRtp(packet, 0, packet.length, 12, 0xf17b, out);
        assertThat(Arrays.copyOf(out, length))
                .isEqualTo(hex("8040f17b8041f8d35501a0b2f24de3a3fb34de6cacba861c9d7e4bcabe633bd5"
                        + "0d294e6f42a5f47a51c7d19b36de3adf8833899d7f27beb16a9152cf765ee4390cce"));
    }

    @Test
    void counterModeGivesWhatLibsrtpGives() throws Exception {
        SrtpSender sender = new SrtpSender(ProtectionProfile.AES128_CM_HMAC_SHA1_80, COUNTER_MODE);
        assertThat(protectRtp(sender, RTP))
                .isEqualTo(hex("800f1234decafbadcafebabe4e55dc4ce79978d88ca4d215949d2402b78d6acc99ea179b8dbb"));
        assertThat(protectRtcp(sender, RTCP))
                .isEqualTo(hex("81c8000bcafebabe7128035be487b9bdbef89041f977a5a880000001993e08cd54d6c1230798"));
    }

    @Test
    void gcmGivesWhatLibsrtpGives() throws Exception {
        SrtpSender sender = new SrtpSender(ProtectionProfile.AEAD_AES_128_GCM, GCM);
        assertThat(protectRtp(sender, RTP))
                .isEqualTo(hex(
                        "800f1234decafbadcafebabec5002ede04cfdd2eb91159e0880aa06ed2976826f796b201df3131a127e8a392"));
        assertThat(protectRtcp(sender, RTCP))
                .isEqualTo(hex(
                        "81c8000bcafebabec98b8b5df0392a55852b6c21ac8e7025c52c6fbea2b3b446ea31123ba88ce61e80000001"));
    }

    @ParameterizedTest
    @EnumSource
    void whatIsProtectedComesBackOnceAndChangedNever(ProtectionProfile profile) throws Exception {
        SrtpSender sender = new SrtpSender(profile, key(profile));
        byte[] rtp = protectRtp(sender, RTP);
        byte[] rtcp = protectRtcp(sender, RTCP);
        for (int bit = 0; bit < 8 * rtp.length; bit++) {
            assertThat(unprotectRtp(new SrtpReceiver(profile, key(profile)), flipped(rtp, bit)))
                    .isEmpty();
        }
        for (int bit = 0; bit < 8 * rtcp.length; bit++) {
            assertThat(unprotectRtcp(new SrtpReceiver(profile, key(profile)), flipped(rtcp, bit)))
                    .isEmpty();
        }
        for (int length = 0; length < rtp.length; length++) {
            assertThat(unprotectRtp(new SrtpReceiver(profile, key(profile)), Arrays.copyOf(rtp, length)))
                    .isEmpty();
        }
        for (int length = 0; length < rtcp.length; length++) {
            assertThat(unprotectRtcp(new SrtpReceiver(profile, key(profile)), Arrays.copyOf(rtcp, length)))
                    .isEmpty();
        }
        SrtpReceiver receiver = new SrtpReceiver(profile, key(profile));
        assertThat(unprotectRtp(receiver, rtp)).isEqualTo(RTP);
        assertThat(unprotectRtp(receiver, rtp)).isEmpty();
        assertThat(unprotectRtcp(receiver, rtcp)).isEqualTo(RTCP);
        assertThat(unprotectRtcp(receiver, rtcp)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void sequenceNumbersMayWrapAndPacketsMayBeLostAndLate(ProtectionProfile profile) throws Exception {
        SrtpSender sender = new SrtpSender(profile, key(profile));
        SrtpReceiver receiver = new SrtpReceiver(profile, key(profile));
        byte[] late = {};
        for (int i = 32_000; i < 200_000; i += 7) {
            byte[] packet = protectRtp(sender, numbered(i));
            if (i % 5 == 0) {
                late = packet;
            } else {
                assertThat(unprotectRtp(receiver, packet)).isEqualTo(numbered(i));
                if (late.length > 0) {
                    assertThat(unprotectRtp(receiver, late)).isNotEmpty();
                    late = new byte[0];
                }
            }
        }
    }

    @ParameterizedTest
    @EnumSource
    void noIndexIsProtectedTwice(ProtectionProfile profile) throws Exception {
        SrtpSender sender = new SrtpSender(profile, key(profile));
        assertThat(protectRtp(sender, RTP)).isNotEmpty();
        assertThat(protectRtp(sender, RTP)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void aRemoteWithManySourcesTakesNoMoreThanItsShare(ProtectionProfile profile) throws Exception {
        SrtpReceiver receiver = new SrtpReceiver(profile, key(profile));
        int heard = 0;
        for (int source = 0; source < 200; source++) {
            byte[] packet = RTP.clone();
            packet[8] = (byte) source;
            heard += unprotectRtp(receiver, protectRtp(new SrtpSender(profile, key(profile)), packet)).length > 0
                    ? 1
                    : 0;
        }
        assertThat(heard).isEqualTo(64);
    }

    @ParameterizedTest
    @EnumSource
    void aHeaderThatReachesBeyondThePacketIsRefused(ProtectionProfile profile) throws Exception {
        byte[] csrcs = RTP.clone();
        csrcs[0] = (byte) 0x8F;
        byte[] extension = RTP.clone();
        extension[0] = (byte) 0x90;
        extension[14] = 0x7F;
        for (byte[] odd : new byte[][] {csrcs, extension, new byte[12], new byte[0]}) {
            assertThat(protectRtp(new SrtpSender(profile, key(profile)), odd)).isEmpty();
            assertThat(unprotectRtp(new SrtpReceiver(profile, key(profile)), odd))
                    .isEmpty();
        }
    }

    private static byte[] numbered(int sequenceNumber) {
        byte[] packet = RTP.clone();
        packet[2] = (byte) (sequenceNumber >> 8);
        packet[3] = (byte) sequenceNumber;
        return packet;
    }

    private static MasterKey key(ProtectionProfile profile) {
        return profile == ProtectionProfile.AEAD_AES_128_GCM ? GCM : COUNTER_MODE;
    }

    private static byte[] flipped(byte[] packet, int bit) {
        byte[] flipped = packet.clone();
        flipped[bit / 8] ^= (byte) (1 << bit % 8);
        return flipped;
    }

    private static byte[] protectRtp(SrtpSender sender, byte[] packet) throws Exception {
        byte[] out = new byte[SrtpSender.room(packet.length)];
        return Arrays.copyOf(out, Math.max(0, sender.protectRtp(packet, 0, packet.length, out)));
    }

    private static byte[] protectRtcp(SrtpSender sender, byte[] packet) throws Exception {
        byte[] out = new byte[SrtpSender.room(packet.length)];
        return Arrays.copyOf(out, Math.max(0, sender.protectRtcp(packet, 0, packet.length, out)));
    }

    private static byte[] unprotectRtp(SrtpReceiver receiver, byte[] packet) {
        byte[] out = new byte[2048];
        return Arrays.copyOf(out, Math.max(0, receiver.unprotectRtp(packet, 0, packet.length, out)));
    }

    private static byte[] unprotectRtcp(SrtpReceiver receiver, byte[] packet) {
        byte[] out = new byte[2048];
        return Arrays.copyOf(out, Math.max(0, receiver.unprotectRtcp(packet, 0, packet.length, out)));
    }

    private static byte[] hex(String text) {
        return HexFormat.of().parseHex(text);
    }
}
