package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class NamesTest {
    @ParameterizedTest
    @ValueSource(strings = {"a", "viewer", "Anna Müller", "观众", "o'neil@example.org", "<b>", "👩"})
    void whatPeopleAreCalledIsAName(String text) {
        assertThat(Names.isName(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                " a",
                "a ",
                "a\nb",
                "a\u0000",
                "\u001b[31m",
                "a\u2028b",
                "a\u202eb",
                "a\u200bb",
                "\ud800"
            })
    void whatATerminalOrALogWouldTakeForSomethingElseIsNone(String text) {
        assertThat(Names.isName(text)).isFalse();
    }

    @Test
    void sixtyFourCharactersAreAllThatFit() {
        assertThat(Names.isName("a".repeat(64))).isTrue();
        assertThat(Names.isName("a".repeat(65))).isFalse();
    }
}
