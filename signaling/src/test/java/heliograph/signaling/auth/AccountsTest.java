package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AccountsTest {
    /** From the tests of the reference implementation (phc-winner-argon2, test.c). */
    private static final String WEAK =
            "$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc";

    private final SecureRandom random = new SecureRandom();

    @TempDir
    private Path temp;

    @Test
    void theFirstStartMakesAViewerWithAPasswordThatIsShownOnceAndKeptAsAHash() throws Exception {
        Path data = temp.resolve("data");
        Accounts accounts = Accounts.stored(PrivateFolder.open(data), random);
        Credentials first = accounts.first().orElseThrow();
        assertThat(first.username()).isEqualTo("viewer");
        assertThat(accounts.matching(first)).isPresent();
        assertThat(Files.readString(data.resolve("accounts.json")))
                .contains("$argon2id$v=19$m=19456,t=2,p=1$")
                .doesNotContain(first.password());
        Accounts again = Accounts.stored(PrivateFolder.open(data), random);
        assertThat(again.first()).isEmpty();
        assertThat(again.matching(first)).isPresent();
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
        Accounts accounts = Accounts.forThisRun(new Credentials("anna", "secret"), "1", random);
        assertThat(accounts.matching(new Credentials("anna", "secret"))).isPresent();
        assertThat(accounts.matching(new Credentials("anna", "Secret"))).isEmpty();
        assertThat(accounts.matching(new Credentials("Anna", "secret"))).isEmpty();
        assertThat(accounts.matching(new Credentials("nobody", "secret"))).isEmpty();
    }

    @Test
    void theAccountOfThisRunReplacesTheStoredOnesAndIsKeptNowhere() throws Exception {
        Path data = temp.resolve("data");
        Credentials stored =
                Accounts.stored(PrivateFolder.open(data), random).first().orElseThrow();
        String before = Files.readString(data.resolve("accounts.json"));
        Accounts run = Accounts.forThisRun(new Credentials("anna", "secret"), "1", random);
        assertThat(run.matching(stored)).isEmpty();
        assertThat(run.has("viewer")).isFalse();
        assertThat(run.first()).isEmpty();
        assertThat(Files.readString(data.resolve("accounts.json"))).isEqualTo(before);
    }

    @Test
    void whereThereOnceWereAccountsNoneIsMadeAnew() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        AccountBook book = new AccountBook(folder, random);
        Accounts.stored(folder, random);
        assertThat(book.remove("viewer")).isTrue();
        assertThat(Accounts.stored(folder, random).first()).isEmpty();
        assertThat(book.names()).isEmpty();
    }

    @Test
    void aPasswordIsTheSameHoweverItsLettersAreComposed() {
        Accounts accounts = Accounts.forThisRun(new Credentials("anna", "p\u00e4ssw\u00f6rd"), "1", random);
        assertThat(accounts.matching(new Credentials("anna", "pa\u0308sswo\u0308rd")))
                .isPresent();
    }

    @Test
    void anUnknownNameCostsWhatAWrongPasswordCosts() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        folder.write("accounts.json", stored("anna", WEAK).getBytes(StandardCharsets.UTF_8));
        Accounts accounts = Accounts.stored(folder, random);
        assertThat(accounts.hashFor("nobody").cost())
                .isEqualTo(accounts.hashFor("anna").cost())
                .isEqualTo("m=256,t=2,p=2,salt=8,hash=32");
        assertThat(accounts.hashFor("nobody").phc()).isNotEqualTo(WEAK);
        assertThat(accounts.matching(new Credentials("nobody", "password"))).isEmpty();
        Accounts run = Accounts.forThisRun(new Credentials("anna", "secret"), "1", random);
        assertThat(run.hashFor("nobody").cost()).isEqualTo(run.hashFor("anna").cost());
    }

    @Test
    void aWeakHashIsRenewedWhenItsPasswordIsAtHandAndItsSessionsGoOn() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        folder.write("accounts.json", stored("anna", WEAK).getBytes(StandardCharsets.UTF_8));
        Accounts accounts = Accounts.stored(folder, random);
        assertThat(accounts.matching(new Credentials("anna", "wrong"))).isEmpty();
        assertThat(accounts.reload()).isEmpty();
        assertThat(accounts.hashFor("anna").isWeak()).isTrue();
        assertThat(accounts.matching(new Credentials("anna", "password"))).isPresent();
        assertThat(accounts.reload()).isEmpty();
        assertThat(accounts.hashFor("anna").phc()).startsWith("$argon2id$v=19$m=19456,t=2,p=1$");
        assertThat(accounts.has("anna", "v1")).isTrue();
        assertThat(accounts.matching(new Credentials("anna", "password"))).isPresent();
    }

    @Test
    void whatIsChangedInTheFileIsNoticedAndNamed() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        AccountBook book = new AccountBook(folder, random);
        book.add(new Credentials("anna", "secret-one"));
        book.add(new Credentials("bert", "secret-two"));
        Accounts accounts = Accounts.stored(folder, random);
        assertThat(accounts.reload()).isEmpty();
        String version = accounts.matching(new Credentials("anna", "secret-one"))
                .orElseThrow()
                .version();
        book.password(new Credentials("anna", "secret-three"));
        book.remove("bert");
        book.add(new Credentials("cleo", "secret-four"));
        assertThat(accounts.reload())
                .containsOnly(
                        Map.entry("anna", "has another password"),
                        Map.entry("bert", "removed"),
                        Map.entry("cleo", "added"));
        assertThat(accounts.has("anna")).isTrue();
        assertThat(accounts.has("anna", version)).isFalse();
        assertThat(accounts.has("bert")).isFalse();
        assertThat(accounts.matching(new Credentials("anna", "secret-one"))).isEmpty();
        assertThat(accounts.matching(new Credentials("anna", "secret-three"))).isPresent();
        assertThat(accounts.reload()).isEmpty();
    }

    @Test
    void theSamePasswordSetAgainOrAnAccountMadeAgainIsAnotherVersion() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        AccountBook book = new AccountBook(folder, random);
        Credentials anna = new Credentials("anna", "secret-one");
        book.add(anna);
        String first =
                Accounts.stored(folder, random).matching(anna).orElseThrow().version();
        book.password(anna);
        String second =
                Accounts.stored(folder, random).matching(anna).orElseThrow().version();
        book.remove("anna");
        book.add(anna);
        String third =
                Accounts.stored(folder, random).matching(anna).orElseThrow().version();
        assertThat(Set.of(first, second, third)).hasSize(3);
    }

    @Test
    void aFileThatIsDamagedWhileItRunsChangesNothing() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        new AccountBook(folder, random).add(new Credentials("anna", "secret-one"));
        Accounts accounts = Accounts.stored(folder, random);
        folder.write("accounts.json", "{\"acc".getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(accounts::reload).isInstanceOf(IOException.class);
        assertThat(accounts.has("anna")).isTrue();
    }

    @Test
    void manyWhoChangeTheFileAtTheSameTimeLoseNothing() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        List<CompletableFuture<Boolean>> added = new ArrayList<>();
        for (int i = 0; i < 8; i++) {
            String name = "account" + i;
            added.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return new AccountBook(folder, random).add(new Credentials(name, "secret-one"));
                } catch (IOException e) {
                    throw new UncheckedIOException(e);
                }
            }));
        }
        assertThat(added).allSatisfy(one -> assertThat(one.join()).isTrue());
        assertThat(new AccountBook(folder, random).names()).hasSize(8);
    }

    @Test
    void anotherHashInAFileWithoutVersionsEndsTheAccountsSessions() throws Exception {
        PrivateFolder folder = PrivateFolder.open(temp.resolve("data"));
        folder.write("accounts.json", byHand("secret-one"));
        Accounts accounts = Accounts.stored(folder, random);
        String version = accounts.matching(new Credentials("anna", "secret-one"))
                .orElseThrow()
                .version();
        assertThat(accounts.has("anna", version)).isTrue();
        folder.write("accounts.json", byHand("secret-two"));
        assertThat(accounts.reload()).containsOnly(Map.entry("anna", "has another password"));
        assertThat(accounts.has("anna", version)).isFalse();
    }

    private byte[] byHand(String password) {
        String hash = PasswordHash.of(password, random).phc();
        return ("{\"accounts\":[{\"name\":\"anna\",\"hash\":\"" + hash + "\"}]}").getBytes(StandardCharsets.UTF_8);
    }

    private static String stored(String name, String hash) {
        return "{\"accounts\":[{\"name\":\"" + name + "\",\"hash\":\"" + hash + "\",\"version\":\"v1\"}]}";
    }

    @Test
    void aHashBringsItsOwnParameters() {
        PasswordHash other = PasswordHash.parse(WEAK);
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
                "{\"accounts\":[{\"name\":\"a\\nb\",\"hash\":\"$argon2id$v=19$m=256,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc\"}]}",
                "{\"accounts\":[{\"name\":\"a\",\"hash\":\"$argon2id$v=19$m=9999999,t=2,p=2$c29tZXNhbHQ$bQk8UB/VmZZF4Oo79iDXuL5/0ttZwg2f/5U52iv1cDc\"}]}",
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
