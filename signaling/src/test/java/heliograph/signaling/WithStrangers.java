package heliograph.signaling;

import java.io.IOException;
import java.net.Socket;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests with a server that each starts by itself, and with sockets that are left open; used from the test's thread. */
abstract class WithStrangers {
    final List<Socket> sockets = new ArrayList<>();

    @Nullable
    TestServer server;

    @TempDir
    Path data;

    @AfterEach
    void stop() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        if (server != null) {
            server.close();
        }
    }
}
