package heliograph.signaling;

import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that each have a server of their own, with the usual limits; used from the test's thread. */
abstract class WithServer {
    @TempDir
    private Path data;

    TestServer t;

    @BeforeEach
    void start() throws Exception {
        t = TestServer.start(data.resolve("data"));
    }

    /** With other limits, for the tests of what a broadcaster leaves out of its answer. */
    void startAgain(Duration answering, Duration gathering) throws Exception {
        t.close();
        t = TestServer.start(data.resolve("data"), answering, gathering);
    }

    @AfterEach
    void stop() {
        t.close();
    }
}
