package heliograph.relay.rtp;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Packets as RFC 3550, 6184, 7741 and 8285 lay them out. */
class RtpTest {
    @Test
    void aHeaderWithEverythingIsRead() {
        byte[] packet = bytes("b1e01234 00000010 00000020 00000001 bede0001 10aa0000 0102030405 000003");
        RtpHeader header = new RtpHeader();
        assertThat(header.read(packet, 0, packet.length)).isTrue();
        assertThat(header.marker()).isTrue();
        assertThat(header.payloadType()).isEqualTo(0x60);
        assertThat(header.sequence()).isEqualTo(0x1234);
        assertThat(header.timestamp()).isEqualTo(0x10);
        assertThat(header.ssrc()).isEqualTo(0x20);
        assertThat(header.payloadOffset()).isEqualTo(24);
        assertThat(header.payloadLength()).isEqualTo(5);
    }

    @Test
    void whatIsTooShortForWhatItSaysIsNone() {
        for (String packet : List.of(
                "",
                "80600000 00000000 000000",
                "40600000 00000000 00000000",
                "8f600000 00000000 00000000",
                "90600000 00000000 00000000",
                "90600000 00000000 00000000 bede0002 00000000",
                "a0600000 00000000 00000000",
                "a0600000 00000000 00000000 02",
                "a0600000 00000000 00000000 00")) {
            assertThat(new RtpHeader().read(bytes(packet), 0, bytes(packet).length))
                    .as(packet)
                    .isFalse();
        }
    }

    @Test
    void extensionsHaveTheNegotiatedIdsAndTheTimeOfSending() {
        byte[] packet = new byte[40];
        RtpHeader.write(packet, false, 96, 1, 2, 3);
        int at = new HeaderExtensions(3, 9, "1").write(packet, 12, 1_500_000_000L);
        // RFC 8285, section 4.2; 1.5 s with 18 binary digits behind the point are 0x60000.
        assertThat(HexFormat.of().formatHex(packet, 12, at)).isEqualTo("bede000232060000" + "90310000");
        assertThat(packet[0]).isEqualTo((byte) 0x90);
        assertThat(new HeaderExtensions(0, 0, "").write(packet, 12, 0)).isEqualTo(12);
        assertThat(HeaderExtensions.sendTime(64_000_000_000L)).isZero();
    }

    @Test
    void vp8DescriptorsAreReadInAllTheirForms() {
        Vp8Descriptor descriptor = new Vp8Descriptor();
        assertThat(read(descriptor, "9080ffff00")).isTrue();
        assertThat(descriptor.keyFrameStart()).isTrue();
        assertThat(descriptor.pictureId()).isEqualTo(0x7fff);
        assertThat(descriptor.pictureIdAt()).isEqualTo(2);
        assertThat(read(descriptor, "90c07f0501")).isTrue();
        assertThat(descriptor.keyFrameStart()).as("the lowest bit says no").isFalse();
        assertThat(descriptor.widePictureId()).isFalse();
        assertThat(descriptor.layerIndex()).isEqualTo(5);
        assertThat(read(descriptor, "1000")).isTrue();
        assertThat(descriptor.keyFrameStart()).isTrue();
        assertThat(descriptor.pictureIdAt()).isEqualTo(Vp8Descriptor.NONE);
        assertThat(read(descriptor, "0000")).isTrue();
        assertThat(descriptor.keyFrameStart()).as("not the first packet").isFalse();
        assertThat(read(descriptor, "1100")).isTrue();
        assertThat(descriptor.keyFrameStart()).as("not the first partition").isFalse();
        for (String bad : List.of("", "10", "9080", "908080", "9080ffff", "90c07f", "9020", "902001")) {
            assertThat(read(descriptor, bad)).as(bad).isFalse();
        }
    }

    @Test
    void h264KeyFramesAreSeenInAllPacketKinds() {
        for (String key : List.of("6742", "6588", "1800026742000168", "7c8588", "7c8788", "180001410002 6588")) {
            assertThat(h264(key)).as(key).isTrue();
        }
        for (String other : List.of("", "67", "4188", "7c0588", "7c8188", "18000241ff", "1800ff67", "18000067")) {
            assertThat(h264(other)).as(other).isFalse();
        }
    }

    @Test
    void countersGoOnWhereTheyWrapAround() {
        Unwrapped counter = new Unwrapped(16);
        long first = counter.next(65_534);
        assertThat(counter.next(1)).isEqualTo(first + 3);
        assertThat(counter.of(65_535)).isEqualTo(first + 1);
        assertThat(counter.next(65_535)).isEqualTo(first + 1);
        assertThat(counter.highest()).isEqualTo(first + 3);
        assertThat(new Unwrapped(32).next(-1)).isEqualTo(0x1_ffff_ffffL);
    }

    private static boolean read(Vp8Descriptor descriptor, String hex) {
        return descriptor.read(bytes(hex), 0, bytes(hex).length);
    }

    private static boolean h264(String hex) {
        return H264Payload.keyFrameStart(bytes(hex), 0, bytes(hex).length);
    }

    private static byte[] bytes(String hex) {
        return HexFormat.of().parseHex(hex.replace(" ", ""));
    }
}
