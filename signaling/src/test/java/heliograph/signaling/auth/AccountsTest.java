package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path temp;

    @Test
    void theFirstStartMakesAViewerWithAPasswordThatIsShownOnceAndKeptAsAHash() throws Exception {
        Path data = temp.resolve("data");
        Accounts accounts = Accounts.stored(PrivateFolder.open(data), random);
        Credentials first = accounts.first().orElseThrow();
        assertThat(first.username()).isEqualTo("viewer");
        assertThat(accounts.matches(first)).isTrue();
        assertThat(Files.readString(data.resolve("accounts.json")))
                .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(first.password());
        Accounts again = Accounts.stored(PrivateFolder.open(data), random);
        assertThat(again.first()).isEmpty();
        assertThat(again.matches(first)).isTrue();
    }

    @Test
    void generatedPasswordsAreLongReadableAndDiffer() {
        String password = ReadablePassword.generate(random);
        assertThat(password).matches("[a-hjkmnp-z2-9]{6}-[a-hjkmnp-z2-9]{6}-[a-hjkmnp-z2-9]{6}");
        assertThat(18 * Math.log(31) / Math.log(2)).isGreaterThan(80);
        assertThat(ReadablePassword.generate(random)).isNotEqualTo(password);
    }

    @Test
    void onlyTheRightPasswordOfAKnownNameMatches() throws Exception {
        Accounts accounts = Accounts.forThisRun(new Credentials("anna", "secret"), random);
        assertThat(accounts.matches(new Credentials("anna", "secret"))).isTrue();
        assertThat(accounts.matches(new Credentials("anna", "Secret"))).isFalse();
        assertThat(accounts.matches(new Credentials("Anna", "secret"))).isFalse();
        assertThat(accounts.matches(new Credentials("nobody", "secret"))).isFalse();
    }

    @Test
    void theAccountOfThisRunReplacesTheStoredOnesAndIsKeptNowhere() throws Exception {
        Path data = temp.resolve("data");
        Credentials stored =
                Accounts.stored(PrivateFolder.open(data), random).first().orElseThrow();
        String before = Files.readString(data.resolve("accounts.json"));
        Accounts run = Accounts.forThisRun(new Credentials("anna", "secret"), random);
        assertThat(run.matches(stored)).isFalse();
        assertThat(run.has("viewer")).isFalse();
        assertThat(run.first()).isEmpty();
        assertThat(Files.readString(data.resolve("accounts.json"))).isEqualTo(before);
    }

    @Test
    void aHashBringsItsOwnParameters() {
        // From the tests of the reference implementation (phc-winner-argon2, test.c).
        PasswordHash other = PasswordHash.parse(
                "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc");
        assertThat(other.matches("password")).isTrue();
        assertThat(other.matches("Password")).isFalse();
    }

    @Test
    void aHashSurvivesItsText() {
        PasswordHash hash = PasswordHash.of("pässwörd", random);
        PasswordHash read = PasswordHash.parse(hash.phc());
        assertThat(read.matches("pässwörd")).isTrue();
        assertThat(read.phc()).isEqualTo(hash.phc());
        assertThat(PasswordHash.of("pässwörd", random).phc()).isNotEqualTo(hash.phc());
        assertThat(hash.toString()).doesNotContain(hash.phc().substring(40));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "[]",
                "null",
                "{\"accounts\":null}",
                "{\"accounts\":[null]}",
                "{\"accounts\":[{\"name\":\"a\"}]}",
                "{\"accounts\":[{\"name\":\"a\",\"hash\":\"secret\"}]}",
                "{\"accounts\":[{\"name\":\"a\",\"hash\":\"$argon2i$v=19$m=64,t=3,p=4$c29tZXNhbHQ$c29tZXNhbHRzb21lc2FsdA\"}]}"
            })
    void aDamagedFileIsSaidSoAndNotReplaced(String text) throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        folder.write("accounts.json", text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Accounts.stored(folder, random))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("accounts.json");
        assertThat(folder.read("accounts.json").orElseThrow()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void theFolderAndItsFilesAreTheOwnersAlone() throws Exception {
        Path data = temp.resolve("deep/data");
        PrivateFolder folder = PrivateFolder.open(data);
        Accounts.stored(folder, random);
        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(data.resolve("accounts.json"))).isEqualTo("rw-------");
        Files.setPosixFilePermissions(data, PosixFilePermissions.fromString("rwxr-xr-x"));
        Files.setPosixFilePermissions(data.resolve("accounts.json"), PosixFilePermissions.fromString("rw-r--r--"));
        Accounts.stored(PrivateFolder.open(data), random);
        assertThat(mode(data)).isEqualTo("rwx------");
        assertThat(mode(data.resolve("accounts.json"))).isEqualTo("rw-------");
    }

    @Test
    void aFolderThatIsEverybodysIsNotTakenFromThem() throws Exception {
        Path everybodys = Files.createDirectory(temp.resolve("tmp"));
        Files.setPosixFilePermissions(everybodys, PosixFilePermissions.fromString("rwxrwxrwx"));
        assertThatThrownBy(() -> PrivateFolder.open(everybodys)).isInstanceOf(IOException.class);
        assertThat(mode(everybodys)).isEqualTo("rwxrwxrwx");
    }

    @Test
    void aFileIsReplacedWholeAndNothingElseIsLeftBehind() throws Exception {
        Path data = temp.resolve("data");
        PrivateFolder folder = PrivateFolder.open(data);
        folder.write("a", new byte[] {1, 2, 3});
        folder.write("a", new byte[] {4});
        assertThat(folder.read("a").orElseThrow()).containsExactly(4);
        assertThat(folder.read("b")).isEmpty();
        try (Stream<Path> files = Files.list(data)) {
            assertThat(files.map(Path::getFileName).map(Path::toString)).containsExactly("a");
        }
    }

    private static String mode(Path path) throws IOException {
        return PosixFilePermissions.toString(Files.getPosixFilePermissions(path));
    }
}
