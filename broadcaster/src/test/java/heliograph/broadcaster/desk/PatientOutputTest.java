package heliograph.broadcaster.desk;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.broadcaster.Patience;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class PatientOutputTest {
    private static final Duration SOON = Patience.LIMIT;

    private final Semaphore taken = new Semaphore(0);
    private final ByteArrayOutputStream arrived = new ByteArrayOutputStream();
    private final PatientOutput output = PatientOutput.to(
            new PrintStream(new OutputStream() {
                @Override
                public void write(int one) throws IOException {
                    write(new byte[] {(byte) one}, 0, 1);
                }

                @Override
                public void write(byte[] bytes, int offset, int length) throws IOException {
                    taken.acquireUninterruptibly();
                    synchronized (arrived) {
                        arrived.write(bytes, offset, length);
                    }
                }
            }),
            "test-output");

    @Test
    void whatIsWrittenArrivesInItsOrder() {
        taken.release(1000);
        output.write(bytes("one\n"), 0, 4);
        output.write(bytes("two\n"), 0, 4);
        output.close();
        await().atMost(SOON).untilAsserted(() -> assertThat(arrived()).isEqualTo("one\ntwo\n"));
    }

    @Test
    void nobodyWaitsForAReaderWhoStandsStillAndWhatIsTooMuchIsCounted() {
        byte[] line = bytes("x".repeat(99) + "\n");
        for (int i = 0; i < 2 * PatientOutput.MOST_WAITING / line.length; i++) {
            output.write(line, 0, line.length);
        }
        output.close();
        assertThat(arrived()).isEmpty();

        taken.release(1000);
        await().atMost(SOON).until(() -> arrived().contains("bytes left out"));
        output.write(bytes("on again\n"), 0, 9);
        await().atMost(SOON).until(() -> arrived().endsWith("on again\n"));
        assertThat(arrived().length()).isLessThan(2 * PatientOutput.MOST_WAITING);
    }

    @Test
    void aReaderWhoHasGoneIsWrittenToNoMore() {
        AtomicInteger tried = new AtomicInteger();
        PatientOutput broken = PatientOutput.to(
                new PrintStream(new OutputStream() {
                    @Override
                    public void write(int one) throws IOException {
                        tried.incrementAndGet();
                        throw new IOException("Broken pipe");
                    }
                }),
                "test-broken");
        broken.write(bytes("a"), 0, 1);
        await().atMost(SOON).until(() -> tried.get() == 1);
        broken.write(bytes("b"), 0, 1);
        broken.close();
        assertThat(tried).hasValue(1);
    }

    private String arrived() {
        synchronized (arrived) {
            return arrived.toString(StandardCharsets.UTF_8);
        }
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
