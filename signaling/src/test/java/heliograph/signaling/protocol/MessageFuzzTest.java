package heliograph.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a stranger sends over the WebSocket. */
class MessageFuzzTest {
    private static final SealedJson<Message> JSON = SealedJson.of(Message.class);

    /** Our own words: a component's or a type's name and what is wrong with it. */
    private static final String COMPLAINT =
            "not one JSON object|not a JSON object of the expected form|(no|unknown) type"
                    + "|message: not an object|(error-code|offline-reason|role): not one of \\[[a-z, -]+]"
                    + "|no (" + components() + ")|(" + components() + "|ice-server): (of the wrong kind|not an object)"
                    + "|not an instant";

    @FuzzTest
    void aTextIsAMessageThatComesBackTheSameOrIsRefusedInOurOwnWords(byte[] text) {
        Message message;
        try {
            message = JSON.decode(new String(text, StandardCharsets.UTF_8));
        } catch (MalformedMessageException refusal) {
            assertThat(refusal.getMessage()).matches(COMPLAINT);
            return;
        }
        String encoded = JSON.encode(message);
        assertThat(encoded).doesNotContain("\n", "\r");
        assertThat(decoded(encoded)).isEqualTo(message);
        assertThat(JSON.encode(decoded(encoded))).isEqualTo(encoded);
    }

    private static Message decoded(String encoded) {
        try {
            return JSON.decode(encoded);
        } catch (MalformedMessageException e) {
            throw new AssertionError("our own " + encoded, e);
        }
    }

    private static String components() {
        return Stream.concat(Stream.of(IceServer.class), Arrays.stream(Message.class.getPermittedSubclasses()))
                .flatMap(type -> Arrays.stream(type.getRecordComponents()))
                .map(component -> component.getName())
                .distinct()
                .collect(Collectors.joining("|"));
    }
}
