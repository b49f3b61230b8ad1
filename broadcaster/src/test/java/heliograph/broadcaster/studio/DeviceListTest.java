package heliograph.broadcaster.studio;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Problem;
import heliograph.broadcaster.link.StudioEvent;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class DeviceListTest {
    private static final List<Camera> CAMERAS = List.of(new Camera("usb-1", "Cam", List.of()));
    private static final List<Microphone> MICROPHONES = List.of(new Microphone("mic", "Mic"));

    private final List<StudioEvent> told = new ArrayList<>();
    private final DeviceList list = new DeviceList(told::add);

    @Test
    void nothingIsToldUntilBothKindsAreKnown() {
        list.cameras(CAMERAS, List.of());
        assertThat(told).isEmpty();

        list.microphones(MICROPHONES, null);
        assertThat(told).containsExactly(new StudioEvent.Devices(CAMERAS, MICROPHONES, List.of(), true));
    }

    @Test
    void aListThatIsToldInAHurrySaysThatItIsNotTheWholeOne() {
        list.cameras(CAMERAS, List.of());
        list.hurry();
        assertThat(told).containsExactly(new StudioEvent.Devices(CAMERAS, List.of(), List.of(), false));

        list.microphones(List.of(), "no answer");
        assertThat(told)
                .endsWith(new StudioEvent.Devices(
                        CAMERAS,
                        List.of(),
                        List.of(new Problem(Problem.Kind.NO_AUDIO_DAEMON, null, "no answer")),
                        true));
    }

    @Test
    void aListThatWasToldInAHurryIsFollowedByTheWholeOneEvenWhenNothingCame() {
        list.microphones(MICROPHONES, null);
        list.hurry();
        list.cameras(CAMERAS, List.of());
        list.hurry();
        assertThat(told)
                .containsExactly(
                        new StudioEvent.Devices(List.of(), MICROPHONES, List.of(), false),
                        new StudioEvent.Devices(CAMERAS, MICROPHONES, List.of(), true));
    }

    @Test
    void whereNoDeviceIsOfUseThatIsTheWholeList() {
        Problem missing = new Problem(Problem.Kind.LIBRARY_MISSING, null, "libfoo.so.1");
        list.useless(missing);
        assertThat(told).containsExactly(new StudioEvent.Devices(List.of(), List.of(), List.of(missing), true));
    }
}
