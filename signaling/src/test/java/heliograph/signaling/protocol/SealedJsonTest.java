package heliograph.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SealedJsonTest {
    private final SealedJson<Message> json = SealedJson.of(Message.class);

    @Test
    void everyKindOfMessageSurvivesTheWire() throws Exception {
        List<Message> all = List.of(
                new Message.Join("t"),
                new Message.Joined(
                        "m1",
                        Role.VIEWER,
                        "viewer",
                        List.of(new IceServer(List.of("stun:s"), null, null)),
                        Instant.parse("2026-01-01T00:00:00Z")),
                new Message.Alive(),
                new Message.Live("s", "direct"),
                new Message.Live(null, null),
                new Message.Offline(OfflineReason.NOT_STARTED),
                new Message.Offer("s", "v=0"),
                new Message.Answer("s", "v=0"),
                new Message.Candidate("s", "candidate:1", "0", 0),
                new Message.Candidate("s", "", null, null),
                new Message.Leave(null, null),
                new Message.Refused(ErrorCode.TOO_FAST, "slow down"));
        for (Message message : all) {
            assertThat(json.decode(json.encode(message))).isEqualTo(message);
        }
    }

    @Test
    void wordsOnTheWireAreInKebabCase() {
        assertThat(json.encode(new Message.Refused(ErrorCode.BAD_MESSAGE, "x<y")))
                .isEqualTo("{\"type\":\"error\",\"code\":\"bad-message\",\"message\":\"x<y\"}");
        assertThat(json.encode(new Message.Live(null, null))).isEqualTo("{\"type\":\"live\"}");
    }

    @Test
    void unknownFieldsArePassedOver() throws Exception {
        assertThat(json.decode("{\"type\":\"join\",\"token\":\"t\",\"colour\":{\"a\":[1]}}"))
                .isEqualTo(new Message.Join("t"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "null",
                "7",
                "[]",
                "{}",
                "{\"type\":7}",
                "{\"type\":\"no-such\"}",
                "{\"type\":\"join\"}",
                "{\"type\":\"join\",\"token\":null}",
                "{\"type\":\"join\",\"token\":7}",
                "{\"type\":\"join\",\"token\":{}}",
                "{\"type\":\"join\",\"token\":\"a\"}{}",
                "{\"type\":\"join\",\"token\":\"a\"",
                "{'type':'join','token':'a'}",
                "{\"type\":\"candidate\",\"session\":\"s\",\"candidate\":\"c\",\"sdpMLineIndex\":\"0\"}",
                "{\"type\":\"candidate\",\"session\":\"s\",\"candidate\":\"c\",\"sdpMLineIndex\":1e99}",
                "{\"type\":\"offline\",\"reason\":\"bored\"}"
            })
    void whatIsNoMessageIsRefused(String text) {
        assertThatThrownBy(() -> json.decode(text)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void deepNestingIsRefusedAndOverflowsNothing() {
        String deep = "{\"type\":\"join\",\"token\":" + "[".repeat(30_000);
        assertThatThrownBy(() -> json.decode(deep)).isInstanceOf(MalformedMessageException.class);
    }

    @Test
    void aTokenIsNotInTheText() {
        assertThat(new Message.Join("secret").toString()).doesNotContain("secret");
    }
}
