package heliograph.whepcheck;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import picocli.CommandLine;

/** The check itself is checked: what is right passes, and each thing that is wrong is noticed. */
class WhepCheckTest {
    /** Of a server that does all right. */
    private static List<Finding> conforming = List.of();

    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @TempDir
    private Path temp;

    @BeforeAll
    static void aServerThatDoesAllRight() throws Exception {
        conforming = findings(null, Optional.of(FakeWhep.TOKEN));
    }

    private static List<Finding> findings(@Nullable Fault fault, Optional<String> token) throws Exception {
        try (FakeWhep fake = new FakeWhep(fault)) {
            return findingsOf(fake, token);
        }
    }

    private static List<Finding> findingsOf(FakeWhep fake, Optional<String> token) throws Exception {
        return WhepCheck.run(new Server(HttpClient.newHttpClient(), fake.endpoint(), token), finding -> {});
    }

    private int main(Map<String, String> environment, InputStream in, String... arguments) {
        PrintStream stream = new PrintStream(out, true, StandardCharsets.UTF_8);
        return new CommandLine(new Main(environment, in, stream, stream)).execute(arguments);
    }

    private String printed() {
        return out.toString(StandardCharsets.UTF_8);
    }

    @Test
    void aServerThatDoesAllRightBreaksNoClause() {
        assertThat(conforming).noneMatch(finding -> finding.verdict() == Verdict.FAIL);
        assertThat(conforming)
                .filteredOn(finding -> finding.verdict() == Verdict.SKIP)
                .extracting(Finding::clause)
                .containsExactly("HTTPS is used");
        assertThat(conforming).hasSizeGreaterThan(60);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsOtherwiseIsNoticedByTheClauseThatSpeaksOfIt(Fault fault) throws Exception {
        List<Finding> findings = findings(fault, Optional.of(FakeWhep.TOKEN));
        assertThat(findings)
                .filteredOn(finding -> finding.verdict() == fault.verdict())
                .anyMatch(finding -> isNamed(finding.clause(), fault.clause()));
        if (fault.verdict() != Verdict.FAIL) {
            assertThat(findings).noneMatch(finding -> finding.verdict() == Verdict.FAIL);
        }
    }

    @Test
    void thereIsAServerThatBreaksEachClause() {
        Set<String> breakable = Arrays.stream(Fault.values())
                .filter(fault -> fault.verdict() == Verdict.FAIL || fault.verdict() == Verdict.WARN)
                .map(Fault::clause)
                .collect(Collectors.toSet());
        assertThat(conforming)
                .filteredOn(finding -> finding.verdict() == Verdict.PASS)
                .map(Finding::clause)
                // One and the same for each status.
                .map(clause -> clause.replaceFirst("each \\d+", "each 404"))
                .allSatisfy(clause -> assertThat(breakable).anyMatch(name -> isNamed(clause, name)));
    }

    /** Whether a clause is the one that is named so: by the whole of it, or by a beginning that no other has. */
    private static boolean isNamed(String clause, String name) {
        List<String> named = conforming.stream()
                .map(Finding::clause)
                .filter(each -> each.startsWith(name))
                .distinct()
                .toList();
        return named.size() > 1 ? clause.equals(name) : clause.startsWith(name);
    }

    @Test
    void noTokenIsShownToAStranger() throws Exception {
        try (FakeWhep stranger = new FakeWhep(Fault.NO_TOKEN_NEEDED);
                FakeWhep fake = new FakeWhep(Fault.MOVED_TO_A_STRANGER)) {
            fake.movesTo(stranger.endpoint());
            findingsOf(fake, Optional.of(FakeWhep.TOKEN));
            assertThat(stranger.tokens()).isZero();
            assertThat(findingsOf(fake, Optional.empty()))
                    .anyMatch(finding -> finding.verdict() == Verdict.PASS
                            && finding.clause().equals("An offer is answered with 201"));
        }
    }

    @Test
    void aTokenMayBeInTheAddressInstead() throws Exception {
        try (FakeWhep fake = new FakeWhep(null)) {
            URI address = URI.create(fake.endpoint() + "?" + FakeWhep.IN_URL);
            List<Finding> findings =
                    WhepCheck.run(new Server(HttpClient.newHttpClient(), address, Optional.empty()), finding -> {});
            assertThat(findings)
                    .noneMatch(finding -> finding.verdict() == Verdict.FAIL || finding.verdict() == Verdict.WARN)
                    .anyMatch(finding -> finding.clause().equals("What was deleted is gone: 404 or 410"));
            assertThat(fake.tokens()).isZero();
        }
    }

    @Test
    void aServerThatIsNotThereBreaksAClauseAndEndsTheCheck() throws Exception {
        FakeWhep gone = new FakeWhep(null);
        gone.close();
        assertThat(main(Map.of(), InputStream.nullInputStream(), gone.endpoint().toString()))
                .isEqualTo(1);
        assertThat(printed()).contains("FAIL", "0 passed");
    }

    @Test
    void theExitStatusSaysWhetherAnyClauseIsBroken() throws Exception {
        Path file = Files.writeString(temp.resolve("token"), FakeWhep.TOKEN + "\n");
        try (FakeWhep fake = new FakeWhep(null)) {
            int status = main(
                    Map.of(),
                    InputStream.nullInputStream(),
                    fake.endpoint().toString(),
                    "--token-file",
                    file.toString());
            assertThat(status).as(printed()).isZero();
        }
        try (FakeWhep fake = new FakeWhep(Fault.NO_ACCEPT_POST)) {
            int status = main(
                    Map.of("HELIOGRAPH_TOKEN", FakeWhep.TOKEN),
                    InputStream.nullInputStream(),
                    fake.endpoint().toString());
            assertThat(status).as(printed()).isZero();
            assertThat(printed()).contains("WARN  WHEP 4.3", " 1 warned of");
        }
        try (FakeWhep fake = new FakeWhep(Fault.ANY_ETAG)) {
            int status = main(
                    Map.of("HELIOGRAPH_TOKEN", FakeWhep.TOKEN),
                    InputStream.nullInputStream(),
                    fake.endpoint().toString());
            assertThat(status).isEqualTo(1);
        }
        assertThat(printed())
                .contains("PASS  WHEP 4.2.1", "FAIL  WHEP 4.4.1", " 0 failed")
                .doesNotContain(FakeWhep.TOKEN);
    }

    @Test
    void aTokenMayComeFromStandardInputAndNeverFromTheCommandLine() throws Exception {
        InputStream in = new ByteArrayInputStream((FakeWhep.TOKEN + "\n").getBytes(StandardCharsets.UTF_8));
        try (FakeWhep fake = new FakeWhep(null)) {
            assertThat(main(Map.of(), in, fake.endpoint().toString(), "--token", "-"))
                    .isZero();
            assertThat(main(
                            Map.of(),
                            InputStream.nullInputStream(),
                            fake.endpoint().toString(),
                            "--token",
                            "topsecret"))
                    .isEqualTo(2);
        }
        assertThat(printed()).contains("--token-file").doesNotContain("topsecret");
    }

    @Test
    void aPasswordIsSentOnlyWhereThatWasAskedFor() throws Exception {
        Map<String, String> account = Map.of("HELIOGRAPH_USER", "anna", "HELIOGRAPH_PASSWORD", FakeWhep.PASSWORD);
        try (FakeWhep fake = new FakeWhep(null)) {
            String url = fake.endpoint().toString();
            main(account, InputStream.nullInputStream(), url);
            assertThat(fake.signIns()).isZero();
            assertThat(main(account, InputStream.nullInputStream(), url, "--sign-in"))
                    .isZero();
            assertThat(fake.signIns()).isOne();
            Map<String, String> wrong = Map.of("HELIOGRAPH_USER", "anna", "HELIOGRAPH_PASSWORD", "wrong");
            assertThat(main(wrong, InputStream.nullInputStream(), url, "--sign-in"))
                    .isEqualTo(2);
            assertThat(main(Map.of(), InputStream.nullInputStream(), url, "--sign-in"))
                    .isEqualTo(2);
            assertThat(main(account, InputStream.nullInputStream(), url, "--sign-in", "--token", "-"))
                    .isEqualTo(2);
        }
        assertThat(printed()).doesNotContain(FakeWhep.PASSWORD);
    }

    @Test
    void aPasswordIsNeverSentInTheClearToAnotherMachine() {
        Map<String, String> account = Map.of("HELIOGRAPH_USER", "anna", "HELIOGRAPH_PASSWORD", FakeWhep.PASSWORD);
        // Of a network that is for documents (RFC 5737), should it ever be asked.
        for (String host : List.of("192.0.2.1", "localhost.example", "127.0.0.1.example", "[2001:db8::1]")) {
            assertThat(main(account, InputStream.nullInputStream(), "http://" + host + ":9/whep", "--sign-in"))
                    .as(host)
                    .isEqualTo(2);
            assertThat(printed()).contains("in the clear");
            out.reset();
        }
        for (String host : List.of("127.0.0.1", "127.9.8.7", "localhost", "LOCALHOST", "[::1]", "[0:0:0:0:0:0:0:1]")) {
            assertThat(SignIn.isLoopback(host)).as(host).isTrue();
        }
    }

    @Test
    void whatIsNoUrlIsRefused() {
        for (String url : List.of("ftp://example.org/whep", "whep", "http:whep")) {
            assertThat(main(Map.of(), InputStream.nullInputStream(), url))
                    .as(url)
                    .isEqualTo(2);
        }
    }

    @Test
    void whatAServerSaysCannotDisturbATerminal() {
        assertThat(new Finding(Verdict.PASS, "WHEP 1", "clause", "\u001b[31mred\r\n").line())
                .isEqualTo("PASS  WHEP 1             clause ( [31mred  )");
    }
}
