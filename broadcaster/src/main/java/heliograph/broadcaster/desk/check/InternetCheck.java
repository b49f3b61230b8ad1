package heliograph.broadcaster.desk.check;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Whether there is a way to the Internet: a TCP connection to any of a few addresses is proof. */
record InternetCheck(List<InetSocketAddress> addresses) implements Check {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    InternetCheck {
        addresses = List.copyOf(addresses);
    }

    @Override
    public Sentence title() {
        return Sentence.of("check.internet");
    }

    @Override
    public Finding look() throws InterruptedException {
        ExecutorService threads = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "check-internet");
            thread.setDaemon(true);
            return thread;
        });
        try {
            List<Callable<String>> all = addresses.stream()
                    .<Callable<String>>map(address -> () -> answered(address))
                    .toList();
            return Finding.fine(
                    "check.internet.fine", threads.invokeAny(all, 2 * LIMIT.toMillis(), TimeUnit.MILLISECONDS));
        } catch (ExecutionException | TimeoutException e) {
            return late();
        } finally {
            threads.shutdownNow();
        }
    }

    private static String answered(InetSocketAddress address) throws IOException {
        try (Socket socket = Connecting.to(address, LIMIT)) {
            return address.getHostString() + ":" + socket.getPort();
        }
    }

    @Override
    public Finding late() {
        return Finding.failed("check.internet.none");
    }
}
