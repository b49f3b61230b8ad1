package heliograph.broadcaster.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.ice.IceServers;
import heliograph.signaling.ice.TurnCredentials;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;

class TurnSettingsTest extends WithSurroundings {
    @Test
    void aSharedTurnSecretMayBeInTheFileOrInTheEnvironment() throws IOException {
        file("turn-server=turn:a turns:b", "turn-secret=from-the-file");
        assertThat(settings().iceServers())
                .isEqualTo(new IceServers(
                        List.of("stun:stun.l.google.com:19302"),
                        List.of("turn:a", "turns:b"),
                        new TurnCredentials.Shared("from-the-file")));
        environment.put("HELIOGRAPH_TURN_SECRET", "from-the-environment");
        assertThat(settings().iceServers().credentials()).isEqualTo(new TurnCredentials.Shared("from-the-environment"));
    }

    @Test
    void aTurnCredentialIsWholeAndOneAndThere() {
        assertThat(mistakes("--turn-server", "turn:a"))
                .singleElement()
                .asString()
                .contains("HELIOGRAPH_TURN_SECRET");
        environment.put("HELIOGRAPH_TURN_USER", "u");
        assertThat(mistakes("--turn-server", "turn:a"))
                .singleElement()
                .asString()
                .contains("HELIOGRAPH_TURN_PASSWORD");
        environment.put("HELIOGRAPH_TURN_PASSWORD", "p");
        environment.put("HELIOGRAPH_TURN_SECRET", "s");
        assertThat(mistakes("--turn-server", "turn:a"))
                .singleElement()
                .asString()
                .contains("only one");
        environment.put("HELIOGRAPH_TURN_SECRET", "with a space");
        environment.remove("HELIOGRAPH_TURN_USER");
        environment.remove("HELIOGRAPH_TURN_PASSWORD");
        assertThat(mistakes("--turn-server", "turn:a"))
                .singleElement()
                .asString()
                .contains("HELIOGRAPH_TURN_SECRET");
    }

    @Test
    void aTurnSecretIsNoOptionAndIsNotRepeatedInAMistake() {
        for (String option : List.of("--turn-secret", "--turn-user", "--turn-password")) {
            assertThat(mistakes(option, "topsecret")).hasSize(1).noneMatch(it -> it.contains("topsecret"));
            assertThat(mistakes(option + "=topsecret")).hasSize(1).noneMatch(it -> it.contains("topsecret"));
        }
        assertThat(mistakes("--ice-server", "turn:u:topsecret@")).noneMatch(it -> it.contains("topsecret"));
        assertThat(mistakes("--turn-server", "turn:u:topsecret@h")).noneMatch(it -> it.contains("topsecret"));
        environment.put("HELIOGRAPH_TURN_SECRET", "topsecret too");
        assertThat(mistakes()).hasSize(1).noneMatch(it -> it.contains("topsecret"));
    }
}
