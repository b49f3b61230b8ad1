package heliograph.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heliograph.signaling.protocol.IceServer;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class IceServersTest {
    private static final Instant NOW = Instant.parse("2026-11-22T17:50:00Z");
    private static final List<String> TURN = List.of("turn:a?transport=udp", "turn:a?transport=tcp");

    @Test
    void aSharedSecretMakesACredentialOfEachMembersOwnThatIsGoodForMinutes() {
        IceServers servers = new IceServers(List.of("stun:s"), TURN, new TurnCredentials.Shared("a-shared-secret"));
        // printf %s 1795370400:m3f9c | openssl dgst -sha1 -hmac a-shared-secret -binary | base64
        assertThat(servers.of("m3f9c", NOW))
                .containsExactly(
                        new IceServer(List.of("stun:s"), null, null),
                        new IceServer(TURN, "1795370400:m3f9c", "uS3jB1v9LvrkIJOqHGvxqDixcJQ="));
        assertThat(servers.lifetime()).hasValue(Duration.ofMinutes(10));
        assertThat(servers.of("other", NOW)).isNotEqualTo(servers.of("m3f9c", NOW));
    }

    @Test
    void aFixedUserAndPasswordAreEverybodysAndDoNotRunOut() {
        IceServers servers = new IceServers(List.of(), TURN, new TurnCredentials.Fixed("user", "pass"));
        assertThat(servers.of("m3f9c", NOW)).containsExactly(new IceServer(TURN, "user", "pass"));
        assertThat(servers.lifetime()).isEmpty();
    }

    @Test
    void credentialsWithoutATurnServerAreNobodys() {
        IceServers servers = new IceServers(List.of("stun:s"), List.of(), new TurnCredentials.Shared("secret"));
        assertThat(servers.of("m3f9c", NOW)).containsExactly(new IceServer(List.of("stun:s"), null, null));
        assertThat(servers.lifetime()).isEmpty();
    }

    @Test
    void aTurnServerWithoutCredentialsIsNone() {
        assertThatThrownBy(() -> new IceServers(List.of(), TURN, null)).isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void noSecretIsInAnyText() {
        assertThat(List.of(
                                new TurnCredentials.Shared("topsecret"),
                                new TurnCredentials.Fixed("user", "topsecret"),
                                new IceServers(List.of(), TURN, new TurnCredentials.Shared("topsecret")),
                                new TurnCredentials.Shared("topsecret").issue(TURN, "m", NOW))
                        .toString())
                .doesNotContain("topsecret");
    }

    @Test
    void whatBreaksAHeaderFieldIsNoCredential() {
        assertThat(TurnCredentials.isUsable("Zm9v+/=\"\\:")).isTrue();
        for (String text : List.of("", "two words", "line\r\nbreak", "schlüssel", "x".repeat(257))) {
            assertThat(TurnCredentials.isUsable(text)).as(text).isFalse();
        }
    }
}
