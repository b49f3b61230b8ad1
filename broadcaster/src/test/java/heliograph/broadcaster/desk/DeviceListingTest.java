package heliograph.broadcaster.desk;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.desk.station.Room;
import heliograph.broadcaster.desk.station.Status;
import heliograph.broadcaster.desk.text.Words;
import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.StudioState;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class DeviceListingTest {
    private static final Camera ONE = new Camera("usb-1", "Cam", List.of(new Camera.Mode(640, 480, 30)));
    private static final Camera TWIN = new Camera("usb-2", "Cam", List.of());
    private static final Camera OTHER = new Camera("usb-3", "Other", List.of());

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final DeviceListing listing = listing(false);

    @Test
    void theWholeListIsWaitedFor() throws Exception {
        listing.accept(status(List.of(ONE), List.of(), false));
        listing.accept(status(List.of(ONE), List.of(new Microphone("mic", "Mic")), true));

        assertThat(listing.print()).isEqualTo(Exit.OK);
        assertThat(lines())
                .containsExactly("Cameras:", "  Cam", "    640x480 at 30 frames a second", "Microphones:", "  Mic");
    }

    @Test
    void twinsAreToldApartByTheirIds() throws Exception {
        listing.accept(status(
                List.of(ONE, TWIN, OTHER), List.of(new Microphone("m1", "Mic"), new Microphone("m2", "Mic")), true));

        assertThat(listing.print()).isEqualTo(Exit.OK);
        assertThat(lines()).contains("  Cam (usb-1)", "  Cam (usb-2)", "  Other", "  Mic (m1)", "  Mic (m2)");
    }

    @Test
    void theScreenIsSaidToBeThereWhereItIs() throws Exception {
        DeviceListing withScreen = listing(true);
        withScreen.accept(status(List.of(ONE), List.of(), true));

        assertThat(withScreen.print()).isEqualTo(Exit.OK);
        assertThat(lines()).containsSubsequence("  Cam", "The whole screen: --camera screen", "Microphones:");
    }

    private DeviceListing listing(boolean hasScreen) {
        return new DeviceListing(
                new Terminal(stream(out), stream(new ByteArrayOutputStream())), Words.of(Locale.ENGLISH), hasScreen);
    }

    private static Status status(List<Camera> cameras, List<Microphone> microphones, boolean whole) {
        return new Status(
                new Status.Air.Off(),
                new StudioState.Running(),
                Optional.of(new Status.Devices(cameras, microphones, whole)),
                List.of(),
                new Status.RoomState.Opening(),
                new Room.Watchers(0, 0),
                true,
                false);
    }

    private List<String> lines() {
        return out.toString(StandardCharsets.UTF_8).lines().toList();
    }

    private static PrintStream stream(ByteArrayOutputStream bytes) {
        return new PrintStream(bytes, true, StandardCharsets.UTF_8);
    }
}
