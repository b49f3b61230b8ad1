package heliograph.broadcaster.link;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.SealedJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class StudioMessagesTest {
    private static final Inputs SCREEN =
            new Inputs(new Source.Screen(), new Source.None(), Inputs.NONE.video(), Inputs.NONE.processing());

    @Test
    void everyCommandSurvivesTheLine() throws Exception {
        SealedJson<StudioCommand> json = SealedJson.of(StudioCommand.class);
        for (StudioCommand command : List.of(
                new StudioCommand.Hello(1),
                new StudioCommand.Monitor(SCREEN, true, false),
                new StudioCommand.Start(Broadcasts.test("t")),
                new StudioCommand.Stop(),
                new StudioCommand.Monitor(Broadcasts.test("t").inputs(), true, false),
                StudioCommand.Monitor.NOTHING)) {
            assertThat(json.encode(command)).doesNotContain("\n");
            assertThat(json.decode(json.encode(command))).isEqualTo(command);
        }
    }

    @Test
    void everyEventSurvivesTheLine() throws Exception {
        SealedJson<StudioEvent> json = SealedJson.of(StudioEvent.class);
        Problem problem = new Problem(Problem.Kind.CAMERA_BUSY, "Line\nfeed 摄像头", null);
        for (StudioEvent event : List.of(
                new StudioEvent.Ready(1),
                new StudioEvent.Pulse(),
                new StudioEvent.Devices(
                        List.of(new Camera("/dev/video0", "A", List.of(new Camera.Mode(640, 480, 30)))),
                        List.of(new Microphone("mic_a", "A")),
                        List.of(problem),
                        false),
                new StudioEvent.OnAir(true, false),
                new StudioEvent.OnAir(true, true, new Broadcast.Withheld(true, false)),
                new StudioEvent.OffAir(),
                new StudioEvent.TokenRefused(),
                new StudioEvent.Trouble(problem),
                new StudioEvent.Cured(Problem.Kind.NO_AUDIO_DAEMON, null),
                new StudioEvent.Peers(3, 2),
                new StudioEvent.Preview("/9j/4AAQ+=="),
                new StudioEvent.Level(-234, StudioEvent.Level.FLOOR),
                new StudioEvent.Figures(List.of(
                        new PeerFigures("s1", Layer.FULL, "VP8", 1280, 720, 30, 2500, 3, 0, PeerFigures.Route.STUN),
                        new PeerFigures("s2", null, null, 0, 0, 0, 40, null, null, null))))) {
            assertThat(json.encode(event)).doesNotContain("\n");
            assertThat(json.decode(json.encode(event))).isEqualTo(event);
        }
    }

    @Test
    void theTokenIsNotInTheText() {
        assertThat(new StudioCommand.Start(Broadcasts.test("secret")).toString())
                .doesNotContain("secret");
    }
}
