package heliograph.broadcaster.studio.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.jna.Memory;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** The numbers are what a C program prints that includes {@code linux/videodev2.h}. */
class IoctlTest {
    @Test
    void requestsHaveTheKernelsNumbers() {
        assertThat(Ioctl.QUERYCAP.number()).isEqualTo(0x80685600);
        assertThat(Ioctl.ENUM_FMT.number()).isEqualTo(0xc0405602);
        assertThat(Ioctl.G_FMT.number()).isEqualTo(0xc0d05604);
        assertThat(Ioctl.S_FMT.number()).isEqualTo(0xc0d05605);
        assertThat(Ioctl.REQBUFS.number()).isEqualTo(0xc0145608);
        assertThat(Ioctl.QUERYBUF.number()).isEqualTo(0xc0585609);
        assertThat(Ioctl.QBUF.number()).isEqualTo(0xc058560f);
        assertThat(Ioctl.DQBUF.number()).isEqualTo(0xc0585611);
        assertThat(Ioctl.STREAMON.number()).isEqualTo(0x40045612);
        assertThat(Ioctl.STREAMOFF.number()).isEqualTo(0x40045613);
        assertThat(Ioctl.S_PARM.number()).isEqualTo(0xc0cc5616);
        assertThat(Ioctl.ENUM_FRAMESIZES.number()).isEqualTo(0xc02c564a);
        assertThat(Ioctl.ENUM_FRAMEINTERVALS.number()).isEqualTo(0xc034564b);
    }

    @Test
    void capabilitiesOfThisNodeCountNotThoseOfTheWholeDevice() {
        Memory metadata = Structs.cleared(Ioctl.QUERYCAP);
        metadata.write(16, "A Camera".getBytes(StandardCharsets.UTF_8), 0, 8);
        metadata.setInt(84, 0x84a00001);
        metadata.setInt(88, 0x04a00000);
        assertThat(Structs.card(metadata)).isEqualTo("A Camera");
        assertThat(Structs.captures(metadata)).isFalse();

        metadata.setInt(88, 0x04200001);
        assertThat(Structs.captures(metadata)).isTrue();
    }

    @Test
    void ofARangeOfSizesAndRatesTheUsualOnesAreListed() {
        Memory sizes = Structs.cleared(Ioctl.ENUM_FRAMESIZES);
        int[] stepwise = {3, 32, 1280, 2, 32, 720, 2};
        for (int i = 0; i < stepwise.length; i++) {
            sizes.setInt(8 + 4L * i, stepwise[i]);
        }
        assertThat(Structs.sizes(sizes)).contains(new int[] {640, 480}, new int[] {1280, 720});
        assertThat(Structs.sizes(sizes)).noneMatch(size -> size[0] > 1280);

        Memory rates = Structs.cleared(Ioctl.ENUM_FRAMEINTERVALS);
        int[] continuous = {2, 1, 30, 1, 5};
        for (int i = 0; i < continuous.length; i++) {
            rates.setInt(16 + 4L * i, continuous[i]);
        }
        assertThat(Structs.rates(rates)).containsExactly(15, 24, 25, 30);
    }

    @Test
    void ofARangeWithoutUsualOnesTheLargestAndTheFastestAreListed() {
        Memory sizes = Structs.cleared(Ioctl.ENUM_FRAMESIZES);
        int[] stepwise = {3, 100, 200, 4, 100, 160, 4};
        for (int i = 0; i < stepwise.length; i++) {
            sizes.setInt(8 + 4L * i, stepwise[i]);
        }
        assertThat(Structs.sizes(sizes)).containsExactly(new int[] {200, 160});

        Memory rates = Structs.cleared(Ioctl.ENUM_FRAMEINTERVALS);
        int[] continuous = {2, 1, 9, 1, 5};
        for (int i = 0; i < continuous.length; i++) {
            rates.setInt(16 + 4L * i, continuous[i]);
        }
        assertThat(Structs.rates(rates)).containsExactly(9);
    }
}
