package heliograph.signaling.admin;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.auth.WatchLink;
import heliograph.signaling.room.TestClock;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Arrays;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class AdministrationTest {
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();
    private final ByteArrayOutputStream err = new ByteArrayOutputStream();
    private final TestClock clock = new TestClock();

    @TempDir
    private Path temp;

    private int run(Typist typist, String... arguments) {
        out.reset();
        err.reset();
        Administration administration = new Administration(
                new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8),
                typist,
                temp.resolve("data"),
                Locale.ENGLISH,
                clock);
        return administration.run(arguments);
    }

    private int run(String line) {
        return run(piped(""), line.split(" "));
    }

    private int add(String name) {
        return run(piped("secret-one\n"), "accounts", "add", name);
    }

    private static Typist piped(String text) {
        return Typist.ofStream(new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), () -> false);
    }

    private static Typist person(String... answers) {
        Deque<String> left = new ArrayDeque<>(Arrays.asList(answers));
        return new Typist() {
            @Override
            public boolean isPerson() {
                return true;
            }

            @Override
            public @Nullable String password(String prompt) {
                return left.poll();
            }
        };
    }

    private String out() {
        return out.toString(StandardCharsets.UTF_8);
    }

    private String err() {
        return err.toString(StandardCharsets.UTF_8);
    }

    private String stored() throws Exception {
        return Files.readString(temp.resolve("data/accounts.json"));
    }

    @Test
    void aPasswordThatWouldBeSeenWhileItIsTypedIsNotAskedFor() {
        Typist overlooked =
                Typist.ofStream(new ByteArrayInputStream("secret-one\n".getBytes(StandardCharsets.UTF_8)), () -> true);
        assertThat(run(overlooked, "accounts", "add", "anna")).isEqualTo(2);
        assertThat(err()).contains("would be seen");
        assertThat(temp.resolve("data/accounts.json")).doesNotExist();
    }

    @Test
    void accountsAreAddedListedGivenPasswordsAndRemoved() throws Exception {
        assertThat(add("anna")).isZero();
        assertThat(err()).isEqualTo("The account anna may watch now." + System.lineSeparator());
        assertThat(add("Bert Müller")).isZero();
        assertThat(run("accounts list")).isZero();
        assertThat(out().lines()).containsExactly("anna", "Bert Müller");
        String before = stored();
        assertThat(before).contains("$argon2id$v=19$m=19456,t=2,p=1$").doesNotContain("secret-one");
        assertThat(run(piped("secret-two\n"), "accounts", "password", "anna")).isZero();
        assertThat(stored()).isNotEqualTo(before);
        assertThat(run("accounts remove anna")).isZero();
        run("accounts list");
        assertThat(out().lines()).containsExactly("Bert Müller");
    }

    @Test
    void aPersonTypesThePasswordTwice() {
        assertThat(run(person("secret-one", "secret-one"), "accounts", "add", "anna"))
                .isZero();
        assertThat(run(person("secret-one", "secret-0ne"), "accounts", "add", "bert"))
                .isEqualTo(2);
        assertThat(err()).contains("two different passwords");
        assertThat(run(person("secret-one"), "accounts", "add", "bert")).isEqualTo(2);
        run("accounts list");
        assertThat(out().lines()).containsExactly("anna");
    }

    @Test
    void aPasswordOnTheCommandLineIsRefusedAndNotRepeated() {
        assertThat(run("accounts add anna secret-one")).isEqualTo(2);
        assertThat(err()).contains("never stands on the command line").doesNotContain("secret-one");
        assertThat(run("accounts add anna --password secret-one")).isEqualTo(2);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "short-7\n"})
    void aPasswordThatIsMissingOrTooShortIsRefused(String typed) {
        assertThat(run(piped(typed), "accounts", "add", "anna")).isEqualTo(2);
        assertThat(err()).contains("password").doesNotContain("short-7");
        assertThat(run(piped("x".repeat(257)), "accounts", "add", "anna")).isEqualTo(2);
    }

    @Test
    void whatCannotBeDoneIsASentenceAndOne() {
        add("anna");
        assertThat(add("anna")).isEqualTo(1);
        assertThat(err()).contains("There is an account anna already");
        assertThat(run("accounts remove bert")).isEqualTo(1);
        assertThat(err()).contains("There is no account bert");
        assertThat(run(piped("secret-one"), "accounts", "password", "bert")).isEqualTo(1);
        assertThat(run("invitations revoke k3f9ab")).isEqualTo(1);
        assertThat(err()).contains("There is no invitation k3f9ab");
        assertThat(run("accounts list --data " + temp.resolve("typo"))).isEqualTo(1);
        assertThat(err()).contains("There is no data folder");
        assertThat(temp.resolve("typo")).doesNotExist();
    }

    @Test
    void aDamagedFileIsASentenceAndNotReplaced() throws Exception {
        add("anna");
        Files.writeString(temp.resolve("data/accounts.json"), "{");
        assertThat(add("bert")).isEqualTo(1);
        assertThat(err()).contains("accounts.json", "damaged").doesNotContain("\tat ");
        assertThat(stored()).isEqualTo("{");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "accounts",
                "accounts frobnicate",
                "accounts add",
                "accounts list anna",
                "accounts remove anna --uses 3",
                "accounts list --frobnicate",
                "accounts list --language fr",
                "invitations",
                "invitations create Anna",
                "invitations create --uses 0 --url https://h/",
                "invitations create --uses 1001 --url https://h/",
                "invitations create --uses many --url https://h/",
                "invitations create --expires 0h --url https://h/",
                "invitations create --expires 24 --url https://h/",
                "invitations create --expires 367d --url https://h/",
                "invitations create --url ftp://h/",
                "invitations create --url https://h/?a=b",
                "invitations create --url h",
                "invitations create",
                "invitations list --uses 3",
                "invitations revoke",
                "invitations revoke a b",
                "broadcasters",
                "broadcasters create Hut",
                "broadcasters create --uses 2",
                "broadcasters create --url https://h/",
                "broadcasters create --expires 367d",
                "broadcasters list --name Hut",
                "broadcasters revoke"
            })
    void wrongUsageIsASentenceAndTwo(String line) {
        add("anna");
        assertThat(run(line)).isEqualTo(2);
        assertThat(err()).isNotBlank().doesNotContain("\tat ", "Exception");
        assertThat(out()).isEmpty();
    }

    @Test
    void namesThatATerminalWouldMistakeAreRefused() {
        for (String name : List.of("a\nb", " a", "\u001b[31m", "a".repeat(65), "")) {
            assertThat(run(piped("secret-one"), "accounts", "add", name)).isEqualTo(2);
            assertThat(run(piped(""), "invitations", "create", "--url", "https://h/", "--name", name))
                    .isEqualTo(2);
        }
    }

    @Test
    void anInvitationsLinkIsPrintedOnceAndTheListHasNoSecret() throws Exception {
        new WatchLink(PrivateFolder.open(temp.resolve("data"))).write(URI.create("https://192.0.2.1:8443/"));
        assertThat(run(piped(""), "invitations", "create", "--name", "Anna's phone", "--uses", "3", "--expires", "90m"))
                .isZero();
        String link = out().trim();
        assertThat(link).matches("https://192\\.0\\.2\\.1:8443/#invite=[a-km-np-z2-9]{32}");
        assertThat(err()).contains("Anna's phone", "3 times", "2026-11-22T19:30:00Z");
        String secret = link.substring(link.indexOf('=') + 1);
        assertThat(run("invitations list")).isZero();
        assertThat(out())
                .matches("[a-km-np-z2-9]{6}  open  0 of 3  until 2026-11-22T19:30:00Z  Anna's phone\\R")
                .doesNotContain(secret);
        String id = out().substring(0, 6);
        assertThat(run("invitations revoke " + id)).isZero();
        run("invitations list");
        assertThat(out()).contains(id + "  revoked  ");
    }

    @Test
    void anInvitationIsForOneGuestAndOneDayAtAnAddressThatIsNamed() {
        assertThat(run("invitations create --url https://studio.example.org/watch"))
                .isZero();
        assertThat(out()).startsWith("https://studio.example.org/watch/#invite=");
        run("invitations list");
        assertThat(out()).contains("  open  0 of 1  until 2026-11-23T18:00:00Z  Guest");
        clock.advance(Duration.ofDays(1));
        run("invitations list");
        assertThat(out()).contains("  expired  ");
    }

    @Test
    void aBroadcastersCredentialIsPrintedOnceWithItsEndAndIsListedAndRevoked() throws Exception {
        assertThat(run("broadcasters create --name Hut --expires 12h")).isZero();
        String token = out().trim();
        assertThat(token).matches("[\\w-]+\\.[\\w-]+\\.[\\w-]+");
        assertThat(err()).contains("Hut", "good until 2026-11-23T06:00:00Z").doesNotContain(token);
        assertThat(run("broadcasters list")).isZero();
        assertThat(out()).matches("[a-km-np-z2-9]{6}  good  until 2026-11-23T06:00:00Z  Hut\\R");
        String id = out().substring(0, 6);
        assertThat(Files.readString(temp.resolve("data/broadcasters.json")))
                .contains(id)
                .doesNotContain(token.substring(token.lastIndexOf('.') + 1));
        assertThat(run("broadcasters revoke " + id)).isZero();
        assertThat(run("broadcasters create")).isZero();
        run("broadcasters list");
        assertThat(out()).contains(id + "  revoked  ", "  good  until 2026-12-22T18:00:00Z  Studio");
        clock.advance(Duration.ofDays(30));
        run("broadcasters list");
        assertThat(out()).contains("  expired  until 2026-12-22");
        assertThat(run("broadcasters revoke nobody")).isEqualTo(1);
        assertThat(err()).contains("There is no credential nobody");
    }

    @Test
    void itSpeaksChineseAndTellsItsUsage() {
        assertThat(run("accounts --help")).isZero();
        assertThat(out()).startsWith("Usage: accounts add NAME");
        assertThat(run("accounts --help --language zh")).isZero();
        assertThat(out()).startsWith("用法：accounts add");
        assertThat(run("invitations --help")).isZero();
        assertThat(out()).startsWith("Usage: invitations create");
        assertThat(run("accounts remove nobody --language zh")).isEqualTo(1);
    }

    @Test
    void onlyTheThreeCommandsAreMeant() {
        assertThat(Administration.isMeant("accounts", "list")).isTrue();
        assertThat(Administration.isMeant("invitations")).isTrue();
        assertThat(Administration.isMeant("broadcasters", "create")).isTrue();
        assertThat(Administration.isMeant()).isFalse();
        assertThat(Administration.isMeant("--headless", "accounts")).isFalse();
    }
}
