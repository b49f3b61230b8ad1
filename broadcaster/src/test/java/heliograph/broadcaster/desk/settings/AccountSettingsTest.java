package heliograph.broadcaster.desk.settings;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class AccountSettingsTest extends WithSurroundings {
    @Test
    void theAccountComesFromTheEnvironmentAlone() {
        environment.put("HELIOGRAPH_USER", "ann");
        environment.put("HELIOGRAPH_PASSWORD", "se cret ");
        assertThat(settings().account()).isEqualTo(new Account("ann", "se cret "));
        assertThat(settings().toString()).doesNotContain("se cret");
        assertThat(mistakes("--password", "x", "--user", "y")).anyMatch(it -> it.startsWith("--password"));
    }

    @Test
    void halfAnAccountOrAnEmptyOneIsRefused() {
        environment.put("HELIOGRAPH_PASSWORD", "secret");
        assertThat(mistakes()).hasSize(1).noneMatch(it -> it.contains("secret"));
        environment.put("HELIOGRAPH_USER", " ");
        assertThat(mistakes()).hasSize(1);
        environment.put("HELIOGRAPH_USER", "ann");
        environment.put("HELIOGRAPH_PASSWORD", "");
        assertThat(mistakes()).hasSize(1);
    }

    @Test
    void anAccountThatNoLoginWouldTakeIsRefused() {
        environment.put("HELIOGRAPH_USER", "u".repeat(65));
        environment.put("HELIOGRAPH_PASSWORD", "p".repeat(257));
        assertThat(mistakes()).hasSize(2).noneMatch(it -> it.contains("ppp"));
        environment.put("HELIOGRAPH_USER", "u".repeat(64));
        environment.put("HELIOGRAPH_PASSWORD", "p".repeat(256));
        assertThat(settings().account()).isNotNull();
    }
}
