package heliograph.signaling.protocol;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import heliograph.signaling.room.RoomLimits;
import heliograph.signaling.socket.SocketLimits;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What {@code docs/protocol.md} says against what is spoken. */
class ProtocolDocumentTest {
    /** An indented line, or inline code, that is a JSON object with a type. */
    private static final Pattern EXAMPLE = Pattern.compile("(?m)^ {4}(\\{\"type\":.*\\})$|`(\\{\"type\":[^`]*\\})`");

    private final SealedJson<Message> json = SealedJson.of(Message.class);
    private String document = "";
    private List<String> examples = List.of();

    @BeforeEach
    void read() throws IOException {
        document = Files.readString(Path.of("..", "docs", "protocol.md"));
        examples = EXAMPLE.matcher(document)
                .results()
                .map(example -> example.group(1) == null ? example.group(2) : example.group(1))
                .toList();
    }

    @Test
    void everyExampleIsAMessageAndSurvivesTheWire() throws Exception {
        for (String example : examples) {
            assertThat(json.encode(json.decode(example))).isEqualTo(example);
        }
    }

    @Test
    void everyKindOfMessageHasAnExample() throws Exception {
        Set<Class<?>> shown = examples.stream().map(this::decode).collect(Collectors.toSet());
        assertThat(shown).isEqualTo(Set.of(Message.class.getPermittedSubclasses()));
    }

    @Test
    void everyFieldOfEveryKindIsInAnExampleAndInItsHeading() throws Exception {
        for (Class<?> kind : Message.class.getPermittedSubclasses()) {
            Set<String> fields = Arrays.stream(kind.getRecordComponents())
                    .map(component -> component.getName())
                    .collect(Collectors.toSet());
            Set<String> shown = examples.stream()
                    .filter(example -> decode(example) == kind)
                    .map(example -> JsonParser.parseString(example).getAsJsonObject())
                    .map(JsonObject::keySet)
                    .flatMap(Set::stream)
                    .filter(name -> !name.equals("type"))
                    .collect(Collectors.toSet());
            assertThat(shown).as(kind.getSimpleName()).isEqualTo(fields);
            WireName other = kind.getAnnotation(WireName.class);
            String name = other == null ? SealedJson.kebab(kind.getSimpleName()) : other.value();
            List<Set<String>> headings = Pattern.compile("(?m)^#### `" + name + "` \\{(.*)\\}$")
                    .matcher(document)
                    .results()
                    .map(match -> match.group(1).replace("?", ""))
                    .map(names -> names.isEmpty() ? Set.<String>of() : Set.of(names.split(", ")))
                    .toList();
            assertThat(headings).as(name).containsExactly(fields);
        }
    }

    @Test
    void everyErrorCodeIsInTheTableWithItsCloseCode() {
        List<String> rows = Pattern.compile("(?m)^\\| `([a-z-]+)` \\| (\\d+|stays open) \\|")
                .matcher(document)
                .results()
                .map(row -> row.group(1) + " " + row.group(2))
                .toList();
        List<String> codes = Arrays.stream(ErrorCode.values())
                .map(code -> SealedJson.kebab(code.name()) + " " + (code.fatal() ? code.closeCode() : "stays open"))
                .toList();
        assertThat(rows).isEqualTo(codes);
    }

    @Test
    void everyReasonForBeingOfflineIsNamed() {
        for (OfflineReason reason : OfflineReason.values()) {
            assertThat(document).contains("`" + SealedJson.kebab(reason.name()) + "`");
        }
    }

    @Test
    void theLimitsAreTheOnesThatAreKept() {
        RoomLimits room = RoomLimits.forViewers(0);
        RoomLimits one = RoomLimits.forViewers(1);
        SocketLimits sockets = SocketLimits.forViewers(1);
        assertThat(document)
                .contains(
                        "open | " + room.joinTimeout().toSeconds() + " s |",
                        "| " + room.descriptionBytes() / 1024 + " KiB | `too-large`",
                        "| " + room.messageBytes() / 1024 + " KiB | `too-large`",
                        "| " + sockets.frameBytes() / 1024 + " KiB | `too-large`",
                        "| " + room.viewerRate().burst() + " at once, "
                                + room.viewerRate().perSecond() + " a second",
                        "| " + room.broadcasterRate().burst() + " and "
                                + (one.broadcasterRate().burst()
                                        - room.broadcasterRate().burst())
                                + " for each viewer that is allowed at once, "
                                + room.broadcasterRate().perSecond() + " and "
                                + (one.broadcasterRate().perSecond()
                                        - room.broadcasterRate().perSecond())
                                + " for each a second",
                        "pings every " + sockets.pingEvery().toSeconds() + " s | "
                                + sockets.silence().toSeconds() + " s |");
    }

    private Class<?> decode(String example) {
        try {
            return json.decode(example).getClass();
        } catch (MalformedMessageException e) {
            throw new AssertionError(example, e);
        }
    }
}
