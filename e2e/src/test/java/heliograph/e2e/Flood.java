package heliograph.e2e;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.cert.CertificateException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;

/** One connection after the other from one address, as fast as they can be made; used from one thread. */
final class Flood {
    private static final int AT_ONCE = 8;
    private static final int LIMIT_MILLIS = 20_000;
    private static final int MOST_REQUESTS = 2000;

    private final URI server;
    private final String from;
    private final Attempt attempt;
    private final AtomicInteger served = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();
    private Duration took = Duration.ZERO;

    private Flood(URI server, String from, Attempt attempt) {
        this.server = server;
        this.from = from;
        this.attempt = attempt;
    }

    /** Each begins a TLS handshake, goes as far as the server's certificate, which is the server's work, and does not believe it. */
    static Flood ofHandshakes(URI server, String from) {
        return new Flood(server, from, Flood::handshake);
    }

    /** Each asks for the page. */
    static Flood ofRequests(URI server, String from) {
        return new Flood(server, from, Flood::request);
    }

    /** Each asks for the page's largest file on one connection as often as it is answered. */
    static Flood ofRequestsOnKeptConnections(URI server, String from) {
        return new Flood(server, from, Flood::requests);
    }

    /** For so long, and until the server has refused some, but no longer than the limit. */
    void goOn(Duration atLeast, Duration limit) {
        long start = System.nanoTime();
        ExecutorService attackers = Executors.newFixedThreadPool(AT_ONCE);
        try {
            CompletableFuture<?>[] running = IntStream.range(0, AT_ONCE)
                    .mapToObj(i -> CompletableFuture.runAsync(() -> rush(start, atLeast, limit), attackers))
                    .toArray(CompletableFuture[]::new);
            CompletableFuture.allOf(running).join();
        } finally {
            attackers.shutdownNow();
        }
        took = Duration.ofNanos(System.nanoTime() - start);
    }

    int served() {
        return served.get();
    }

    int refused() {
        return refused.get();
    }

    Duration took() {
        return took;
    }

    private void rush(long start, Duration atLeast, Duration limit) {
        for (long passed = 0;
                passed < limit.toNanos() && (passed < atLeast.toNanos() || refused.get() == 0);
                passed = System.nanoTime() - start) {
            boolean good;
            try (Socket socket = new Socket()) {
                socket.bind(new InetSocketAddress(from, 0));
                socket.connect(new InetSocketAddress(server.getHost(), server.getPort()), LIMIT_MILLIS);
                socket.setSoTimeout(LIMIT_MILLIS);
                good = attempt.isServed(socket, server);
            } catch (IOException e) {
                good = false;
            }
            (good ? served : refused).incrementAndGet();
        }
    }

    private static boolean handshake(Socket socket, URI server) throws IOException {
        SSLSocketFactory tls = (SSLSocketFactory) SSLSocketFactory.getDefault();
        try (SSLSocket secure = (SSLSocket) tls.createSocket(socket, server.getHost(), server.getPort(), true)) {
            secure.startHandshake();
            return true;
        } catch (SSLException e) {
            return e.getCause() instanceof CertificateException;
        }
    }

    private static boolean request(Socket socket, URI server) throws IOException {
        String request = "GET / HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\nConnection: close\r\n\r\n";
        socket.getOutputStream().write(request.getBytes(StandardCharsets.US_ASCII));
        return socket.getInputStream().read() >= 0;
    }

    private static boolean requests(Socket socket, URI server) throws IOException {
        byte[] request = ("GET /js/session.js HTTP/1.1\r\nHost: " + server.getAuthority() + "\r\n\r\n")
                .getBytes(StandardCharsets.US_ASCII);
        byte[] answers = new byte[64 * 1024];
        int asked = 0;
        boolean open = true;
        try {
            while (open && asked < MOST_REQUESTS) {
                socket.getOutputStream().write(request);
                asked++;
                open = socket.getInputStream().read(answers) >= 0;
            }
        } catch (SocketException reset) {
            open = false;
        }
        return asked > 1 && !open;
    }

    /** What is done on a connection. */
    @FunctionalInterface
    private interface Attempt {
        boolean isServed(Socket socket, URI server) throws IOException;
    }
}
