package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heliograph.signaling.room.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RevocationsTest {
    @TempDir
    private Path temp;

    private final TestClock clock = new TestClock();
    private PrivateFolder folder;
    private Path file;

    @BeforeEach
    void open() throws IOException {
        folder = PrivateFolder.open(temp.resolve("data"));
        file = temp.resolve("data/revoked.json");
    }

    @Test
    void whatIsRevokedIsSoAtOnceAndAfterARestart() throws Exception {
        try (Revocations revocations = Revocations.open(folder, clock)) {
            assertThat(revocations.contains("a")).isFalse();
            var unused = revocations.revoke("a", clock.instant().plus(Duration.ofHours(12)));
            assertThat(revocations.contains("a")).isTrue();
            assertThat(revocations.contains("b")).isFalse();
        }
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
        try (Revocations again = Revocations.open(folder, clock)) {
            assertThat(again.contains("a")).isTrue();
        }
    }

    @Test
    void whatIsToldOfIsOnDiskAlready() throws Exception {
        try (Revocations revocations = Revocations.open(folder, clock)) {
            revocations
                    .revoke("a", clock.instant().plus(Duration.ofHours(12)))
                    .toCompletableFuture()
                    .join();
            // As another run would find it, had this one been killed now.
            try (Revocations other = Revocations.open(folder, clock)) {
                assertThat(other.contains("a")).isTrue();
            }
        }
    }

    @Test
    void whatCannotBeKeptIsToldAndHoldsForThisRun() throws Exception {
        try (Revocations revocations = Revocations.open(folder, clock)) {
            Files.createDirectories(file.resolve("in-its-place"));
            assertThat(revocations
                            .revoke("a", clock.instant().plus(Duration.ofHours(12)))
                            .toCompletableFuture())
                    .failsWithin(Duration.ofSeconds(30));
            assertThat(revocations.contains("a")).isTrue();
        }
    }

    @Test
    void whatCouldNotComeInAnywayIsForgotten() throws Exception {
        try (Revocations revocations = Revocations.open(folder, clock)) {
            var unused = revocations.revoke("old", clock.instant().plus(Duration.ofHours(12)));
        }
        clock.advance(Duration.ofHours(12));
        try (Revocations again = Revocations.open(folder, clock)) {
            assertThat(again.contains("old")).isFalse();
            again.revoke("new", clock.instant().plus(Duration.ofHours(12)));
        }
        assertThat(Files.readString(file)).contains("\"new\"").doesNotContain("\"old\"");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "{", "null", "{\"revoked\":null}", "{\"revoked\":[{\"jti\":\"a\",\"until\":\"soon\"}]}"})
    void aDamagedListLetsNobodyBackIn(String text) throws Exception {
        folder.write("revoked.json", text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Revocations.open(folder, clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("revoked.json");
    }
}
