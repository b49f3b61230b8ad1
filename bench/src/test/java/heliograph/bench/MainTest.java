package heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import picocli.CommandLine;

class MainTest {
    private final StringWriter err = new StringWriter();

    @Test
    void anUnknownMeasureIsRefusedWithThoseThereAre() {
        assertThat(run("--only", "speed")).isEqualTo(2);
        assertThat(err.toString()).containsIgnoringCase("startup, picture, firefox, crowd, weak");
    }

    @Test
    void numbersOfViewersAscend() {
        assertThat(run("--relay", "5,1")).isEqualTo(2);
        assertThat(err.toString()).contains("--relay takes numbers from 1 on, each larger than the one before");
        assertThat(run("--direct", "0")).isEqualTo(2);
        assertThat(err.toString()).contains("--direct takes");
    }

    @Test
    void anUnknownOptionIsRefused() {
        assertThat(run("--fast")).isEqualTo(2);
        assertThat(err.toString()).contains("--fast");
    }

    @Test
    void aFolderWithoutTheProgramIsAFailureThatSaysSo() {
        assertThat(run("--only", "startup")).isEqualTo(1);
        assertThat(err.toString()).contains("/no/such/folder/scripts/run");
    }

    @Test
    void sourcesThatAreNoCommitsWriteNoBenchmarks() {
        assertThat(run()).isEqualTo(2);
        assertThat(err.toString()).contains("nothing for docs/benchmarks.md: the sources are not those of the commit");
    }

    private int run(String... arguments) {
        CommandLine commandLine = Main.commandLine(Path.of("/no/such/folder"));
        commandLine.setErr(new PrintWriter(err, true));
        return commandLine.execute(arguments);
    }
}
