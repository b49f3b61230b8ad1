package heliograph.bench.receiver;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.InetSocketAddress;
import org.junit.jupiter.api.Test;

class AnswerTest {
    private static final String SDP = String.join(
            "\r\n",
            "v=0",
            "a=ice-lite",
            "m=audio 9 UDP/TLS/RTP/SAVPF 111",
            "a=ice-ufrag:u",
            "a=ice-pwd:p",
            "a=fingerprint:sha-256 AB:CD",
            "a=setup:passive",
            "a=candidate:1 1 udp 2130706431 192.0.2.1 50000 typ host",
            "a=candidate:2 1 tcp 2130706431 192.0.2.1 9 typ host tcptype active",
            "a=candidate:3 1 udp 2130706431 2001:db8::1 50000 typ host",
            "m=video 9 UDP/TLS/RTP/SAVPF 96",
            "a=candidate:1 1 udp 2130706431 192.0.2.1 50000 typ host");

    @Test
    void itTellsWhereAndWithWhomToShakeHands() {
        Answer answer = Answer.parse(SDP);

        assertThat(answer.fingerprint()).isEqualTo("AB:CD");
        assertThat(answer.active()).isFalse();
        assertThat(answer.lite()).isTrue();
        assertThat(answer.candidates()).containsExactly(new InetSocketAddress("192.0.2.1", 50000));
        assertThat(answer).hasToString("Answer[lite=true, active=false, candidates=" + answer.candidates() + "]");
    }

    @Test
    void oneWithoutAPasswordIsNone() {
        assertThatThrownBy(() -> Answer.parse(SDP.replace("a=ice-pwd:p", "a=x")))
                .hasMessage("the answer has no ice-pwd");
    }
}
