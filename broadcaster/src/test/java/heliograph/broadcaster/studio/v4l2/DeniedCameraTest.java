package heliograph.broadcaster.studio.v4l2;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.Source;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DeniedCameraTest {
    private static final String PLACE = "usb-0000:00:14.0-2";
    private static final DeniedCamera CAMERA = new DeniedCamera("Webcam", PLACE, "/dev/video0");

    @ParameterizedTest
    @CsvSource({
        "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2:1.0, usb-0000:00:14.0-2",
        "/sys/devices/pci0000:00/0000:00:14.0/usb1/1-2/1-2.4/1-2.4.1/1-2.4.1:1.0, usb-0000:00:14.0-2.4.1",
        "/sys/devices/pci0000:00/0000:00:1c.0/0000:03:00.0/usb3/3-1/3-1:1.0, usb-0000:03:00.0-1",
        "/sys/devices/platform/scb/fd500000.pcie/pci0000:00/0000:01:00.0/usb1/1-1/1-1.3/1-1.3:1.0, usb-0000:01:00.0-1.3",
        "/sys/devices/platform/soc@0/32f10108.usb-glue/38200000.usb/xhci-hcd.1.auto/usb2/2-1/2-1:1.0, usb-xhci-hcd.1.auto-1",
        "/sys/devices/platform/a-very-long-name-of-a-controller/usb1/1-2/1-2:1.0, usb-a-very-long-name-of-a-contr",
        "/sys/devices/platform/vivid.0, ''",
        "/sys/devices/pci0000:00/0000:00:02.0, ''"
    })
    void itsPlaceIsSaidAsTheDriverWouldSayIt(String device, String place) {
        assertThat(DeniedCamera.place(Path.of(device))).isEqualTo(place);
    }

    @Test
    void whoeverNamesItByItsIdMeansItAsWhoeverNamesItByItsName() {
        for (Source.Device meant : List.of(
                new Source.Device(PLACE, "Webcam"),
                new Source.Device(PLACE, ""),
                new Source.Device(PLACE + "#2", "Webcam"),
                new Source.Device("", "Webcam"),
                new Source.Device("", PLACE),
                new Source.Device("", "Webcam (" + PLACE + ")"))) {
            assertThat(CAMERA.isMeant(meant)).as(meant.toString()).isTrue();
        }
        V4l2Cameras cameras = new V4l2Cameras(List.of(), List.of(CAMERA));
        assertThat(cameras.findDenied(new Source.Device("", PLACE))).hasValue(CAMERA);
        assertThat(cameras.problems())
                .containsExactly(new Problem(Problem.Kind.CAMERA_DENIED, "Webcam", "/dev/video0"));
    }

    @Test
    void anotherOfItsNameOrNextToItIsNotMeant() {
        for (Source.Device other : List.of(
                new Source.Device("usb-0000:00:14.0-3", "Webcam"),
                new Source.Device("", "usb-0000:00:14.0-2.1"),
                new Source.Device("", "Other"),
                new Source.Device("", ""))) {
            assertThat(CAMERA.isMeant(other)).as(other.toString()).isFalse();
        }
    }

    @Test
    void oneOfWhosePlaceTheKernelSaysNothingIsMeantByItsName() {
        DeniedCamera camera = new DeniedCamera("Webcam", "", "/dev/video0");
        assertThat(camera.isMeant(new Source.Device(PLACE, "Webcam"))).isTrue();
        assertThat(camera.isMeant(new Source.Device("", ""))).isFalse();
        assertThat(camera.isMeant(new Source.Device(PLACE, "Other"))).isFalse();
    }
}
