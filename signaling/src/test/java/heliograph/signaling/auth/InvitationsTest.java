package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import heliograph.signaling.auth.Invitation.State;
import heliograph.signaling.room.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class InvitationsTest {
    @TempDir
    private Path temp;

    private final TestClock clock = new TestClock();
    private final SecureRandom random = new SecureRandom();
    private PrivateFolder folder;
    private InvitationBook book;

    @BeforeEach
    void open() throws IOException {
        folder = PrivateFolder.open(temp.resolve("data"));
        book = new InvitationBook(folder, random, clock);
    }

    private State use(String secret) throws IOException {
        return use(secret, Optional.empty()).state();
    }

    private InvitationUse use(String secret, Optional<String> attempt) throws IOException {
        return Invitations.open(folder, book, clock).use(secret, attempt).orElseThrow();
    }

    @Test
    void onlyAHashOfTheSecretIsKeptInAFileThatIsTheOwnersAlone() throws Exception {
        InvitationBook.Created created = book.create("Anna", 1, Duration.ofHours(1));
        assertThat(created.secret())
                .matches("[a-km-np-z2-9]{32}")
                .isNotEqualTo(book.create("B", 1, Duration.ofHours(1)).secret());
        assertThat(created.toString()).doesNotContain(created.secret());
        Path file = temp.resolve("data/invitations.json");
        assertThat(Files.readString(file))
                .contains("Anna", created.invitation().id())
                .doesNotContain(created.secret());
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(file)))
                .isEqualTo("rw-------");
    }

    @Test
    void itLetsInAsOftenAsItSaysAlsoWhenTheProgramIsStartedAnewInBetween() throws Exception {
        String secret = book.create("Anna", 2, Duration.ofHours(1)).secret();
        assertThat(use(secret)).isEqualTo(State.OPEN);
        book = new InvitationBook(folder, random, clock);
        assertThat(use(secret)).isEqualTo(State.OPEN);
        assertThat(use(secret)).isEqualTo(State.USED);
        assertThat(book.list().get(0).used()).isEqualTo(2);
    }

    @Test
    void manyAtTheSameTimeAreNoWayRoundTheNumber() throws Exception {
        String secret = book.create("Anna", 3, Duration.ofHours(1)).secret();
        List<CompletableFuture<State>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            all.add(CompletableFuture.supplyAsync(() -> {
                try {
                    return use(secret);
                } catch (IOException e) {
                    throw new java.io.UncheckedIOException(e);
                }
            }));
        }
        assertThat(all.stream().map(CompletableFuture::join).filter(State.OPEN::equals))
                .hasSize(3);
    }

    @Test
    void theSameAttemptIsOneUseForAMinuteAlsoWhenTheProgramIsStartedAnewInBetween() throws Exception {
        String secret = book.create("Anna", 1, Duration.ofHours(1)).secret();
        InvitationUse first = use(secret, Optional.of("annas"));
        book = new InvitationBook(folder, random, clock);
        clock.advance(Invitation.REPEATABLE.minusSeconds(1));
        InvitationUse second = use(secret, Optional.of("annas"));
        assertThat(second.again()).isTrue();
        assertThat(second.family()).isNotNull().isEqualTo(first.family());
        assertThat(book.list().get(0).used()).isEqualTo(1);
        assertThat(use(secret, Optional.of("berts")).state()).isEqualTo(State.USED);
        assertThat(use(secret)).isEqualTo(State.USED);
        // From the use on, not from the last time that somebody asked.
        clock.advance(Duration.ofSeconds(1));
        assertThat(use(secret, Optional.of("annas")))
                .isEqualTo(InvitationUse.refused(book.list().get(0), State.USED));
        assertThat(Files.readString(temp.resolve("data/invitations.json"))).doesNotContain("annas");
    }

    @Test
    void anAttemptLetsInByItsOwnInvitationAndNotByOneThatWasRevoked() throws Exception {
        InvitationBook.Created one = book.create("Anna", 1, Duration.ofHours(1));
        InvitationBook.Created other = book.create("Bert", 1, Duration.ofHours(1));
        use(one.secret(), Optional.of("annas"));
        use(other.secret(), Optional.of("berts"));
        assertThat(use(other.secret(), Optional.of("annas")).state()).isEqualTo(State.USED);
        book.revoke(one.invitation().id());
        assertThat(use(one.secret(), Optional.of("annas")).state()).isEqualTo(State.REVOKED);
    }

    @Test
    void aClockThatIsSetBackDoesNotMakeTheMinuteLonger() throws Exception {
        String secret = book.create("Anna", 1, Duration.ofHours(1)).secret();
        use(secret, Optional.of("annas"));
        clock.advance(Duration.ofSeconds(-1));
        assertThat(use(secret, Optional.of("annas")).state()).isEqualTo(State.USED);
    }

    @Test
    void allOfAWholeClassThatComesAtOnceAreRememberedForTheirMinute() throws Exception {
        String secret = book.create("Class", 100, Duration.ofHours(1)).secret();
        for (int i = 0; i < 100; i++) {
            use(secret, Optional.of("attempt " + i));
        }
        assertThat(use(secret, Optional.of("attempt 0")).again()).isTrue();
        assertThat(book.list().get(0).recent()).hasSize(100);
    }

    @Test
    void whoeverCameInLongAgoIsForgottenWithTheNextThingThatIsWritten() throws Exception {
        String secret = book.create("Anna", 1, Duration.ofHours(1)).secret();
        use(secret, Optional.of("annas"));
        clock.advance(Invitation.REPEATABLE);
        book.create("Bert", 1, Duration.ofHours(1));
        assertThat(book.list())
                .hasSize(2)
                .allSatisfy(it -> assertThat(it.recent()).isEmpty());
    }

    @Test
    void whatIsNoLongerInTheFileIsNamedToo() throws Exception {
        Invitation made = book.create("Anna", 1, Duration.ofHours(1)).invitation();
        Invitations invitations = Invitations.open(folder, book, clock);
        Files.delete(temp.resolve("data/invitations.json"));
        assertThat(invitations.reload()).containsExactly(made.id() + " (Anna) gone");
        assertThat(invitations.holds(made.id())).isFalse();
    }

    @Test
    void aFileFromBeforeAttemptsWereRememberedIsRead() throws Exception {
        String secret = book.create("Anna", 1, Duration.ofHours(1)).secret();
        Path file = temp.resolve("data/invitations.json");
        String text = Files.readString(file);
        String older = text.replaceFirst(",\\s*\"recent\": \\[\\]", "");
        assertThat(older).isNotEqualTo(text);
        Files.writeString(file, older);
        assertThat(use(secret)).isEqualTo(State.OPEN);
    }

    @Test
    void itLetsInNobodyAfterItsTimeNorWhenItIsRevoked() throws Exception {
        InvitationBook.Created expiring = book.create("Anna", 5, Duration.ofHours(1));
        InvitationBook.Created revoked = book.create("Bert", 5, Duration.ofDays(1));
        clock.advance(Duration.ofHours(1).minusSeconds(1));
        assertThat(use(expiring.secret())).isEqualTo(State.OPEN);
        clock.advance(Duration.ofSeconds(1));
        assertThat(use(expiring.secret())).isEqualTo(State.EXPIRED);
        assertThat(book.revoke(revoked.invitation().id())).isPresent();
        assertThat(use(revoked.secret())).isEqualTo(State.REVOKED);
        assertThat(book.revoke("none")).isEmpty();
    }

    @Test
    void neitherItsIdNorItsHashNorAPartOfItsSecretLetsIn() throws Exception {
        InvitationBook.Created created = book.create("Anna", 1, Duration.ofHours(1));
        Invitations invitations = Invitations.open(folder, book, clock);
        for (String text : List.of(
                created.invitation().id(),
                created.invitation().hash(),
                created.secret().substring(1),
                created.secret() + "a",
                created.secret().toUpperCase(java.util.Locale.ROOT))) {
            assertThat(invitations.use(text, Optional.empty())).isEmpty();
        }
    }

    @Test
    void whatAnotherProcessChangesIsNoticedAndNamed() throws Exception {
        Invitations invitations = Invitations.open(folder, book, clock);
        InvitationBook other = new InvitationBook(folder, random, clock);
        Invitation made = other.create("Anna", 1, Duration.ofHours(1)).invitation();
        assertThat(invitations.holds(made.id())).isFalse();
        assertThat(invitations.reload()).containsExactly(made.id() + " (Anna) made");
        assertThat(invitations.holds(made.id())).isTrue();
        other.revoke(made.id());
        assertThat(invitations.reload()).containsExactly(made.id() + " (Anna) revoked");
        assertThat(invitations.holds(made.id())).isFalse();
        assertThat(invitations.reload()).isEmpty();
    }

    @Test
    void whatWasUsedIsKnownAtOnceAndRevocationIsNotForgottenByIt() throws Exception {
        Invitations invitations = Invitations.open(folder, book, clock);
        InvitationBook.Created created = book.create("Anna", 2, Duration.ofHours(1));
        invitations.use(created.secret(), Optional.empty());
        assertThat(invitations.holds(created.invitation().id())).isTrue();
        book.revoke(created.invitation().id());
        invitations.reload();
        invitations.use(created.secret(), Optional.empty());
        assertThat(invitations.holds(created.invitation().id())).isFalse();
    }

    @Test
    void thoseThatAreLongOverAreForgotten() throws Exception {
        book.create("old", 1, Duration.ofHours(1));
        clock.advance(Duration.ofDays(29));
        book.create("newer", 1, Duration.ofHours(1));
        assertThat(book.list()).hasSize(2);
        clock.advance(Duration.ofDays(2));
        book.create("newest", 1, Duration.ofHours(1));
        assertThat(book.list()).extracting(Invitation::name).containsExactly("newer", "newest");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "{",
                "null",
                "{\"invitations\":[null]}",
                "{\"invitations\":[{\"id\":\"a\"}]}",
                "{\"invitations\":[{\"id\":\"a\",\"name\":\"b\",\"hash\":\"c\",\"createdAt\":\"now\",\"expiresAt\":\"then\",\"uses\":1}]}"
            })
    void aDamagedFileIsSaidSoAndNotReplaced(String text) throws Exception {
        folder.write("invitations.json", text.getBytes(StandardCharsets.UTF_8));
        assertThatThrownBy(() -> Invitations.open(folder, book, clock))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("invitations.json");
        assertThatThrownBy(() -> book.create("Anna", 1, Duration.ofHours(1))).isInstanceOf(IOException.class);
        assertThat(folder.read("invitations.json").orElseThrow()).isEqualTo(text.getBytes(StandardCharsets.UTF_8));
    }
}
