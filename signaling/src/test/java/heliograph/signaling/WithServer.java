package heliograph.signaling;

import java.nio.file.Path;
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

    @AfterEach
    void stop() {
        t.close();
    }
}
