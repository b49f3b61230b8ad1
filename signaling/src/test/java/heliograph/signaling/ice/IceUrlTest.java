package heliograph.signaling.ice;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class IceUrlTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "stun:stun.example.org",
                "stun:stun.example.org:3478",
                "stuns:192.0.2.1:5349",
                "stun:[2001:db8::1]:3478",
                "stun:a"
            })
    void aStunServer(String url) {
        assertThat(IceUrl.isStun(url)).isTrue();
        assertThat(IceUrl.isTurn(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "turn:turn.example.org",
                "turn:turn.example.org:3478?transport=udp",
                "turn:192.0.2.1?transport=tcp",
                "turns:[2001:db8::1]:5349?transport=tcp"
            })
    void aTurnServer(String url) {
        assertThat(IceUrl.isTurn(url)).isTrue();
        assertThat(IceUrl.isStun(url)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "http://stun.example.org",
                "stun://stun.example.org",
                "stun:",
                "stun:stun.example.org:0",
                "stun:stun.example.org:65536",
                "stun:stun.example.org?transport=udp",
                "stun:stun.example.org/path",
                "stun: stun.example.org",
                "turn:user:password@turn.example.org",
                "turn:turn.example.org?transport=sctp",
                "turn:turn.example.org?transport=udp&x=y",
                "turn:turn.example.org\r\nLink: x",
                "turn:turn.example.org>; rel=\"evil\"",
                "turn:2001:db8::1",
                "TURN:turn.example.org"
            })
    void neither(String url) {
        assertThat(IceUrl.isStun(url)).isFalse();
        assertThat(IceUrl.isTurn(url)).isFalse();
    }

    @Test
    void whereItPointsTo() {
        assertThat(IceUrl.parse("stun:stun.example.org"))
                .contains(new IceUrl(false, false, "stun.example.org", 3478, false));
        assertThat(IceUrl.parse("stuns:192.0.2.1")).contains(new IceUrl(false, true, "192.0.2.1", 5349, true));
        assertThat(IceUrl.parse("turn:[2001:db8::1]:80")).contains(new IceUrl(true, false, "2001:db8::1", 80, false));
        assertThat(IceUrl.parse("turn:a?transport=tcp")).contains(new IceUrl(true, false, "a", 3478, true));
        assertThat(IceUrl.parse("turns:a")).contains(new IceUrl(true, true, "a", 5349, true));
        assertThat(IceUrl.parse("turns:a?transport=udp")).contains(new IceUrl(true, true, "a", 5349, false));
        assertThat(IceUrl.parse("turn:a:99999")).isEmpty();
    }
}
