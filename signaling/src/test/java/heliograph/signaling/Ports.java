package heliograph.signaling;

import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.Random;

/** Free ports of the loopback that stay free: below those of which the system gives one to whoever asks for any. Holds nothing. */
final class Ports {
    private static final int FIRST = 20_000;
    private static final int COUNT = 10_000;

    private Ports() {}

    static int free() throws IOException {
        Random random = new Random();
        while (true) {
            int port = FIRST + random.nextInt(COUNT);
            if (isFree(port)) {
                return port;
            }
        }
    }

    private static boolean isFree(int port) throws IOException {
        try (ServerSocket free = new ServerSocket(port, 1, InetAddress.getLoopbackAddress())) {
            return free.isBound();
        } catch (BindException taken) {
            return false;
        }
    }
}
