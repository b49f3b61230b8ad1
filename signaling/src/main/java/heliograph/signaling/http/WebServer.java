package heliograph.signaling.http;

import java.net.InetSocketAddress;
import java.time.Duration;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.handler.PathMappingsHandler;
import org.eclipse.jetty.util.thread.QueuedThreadPool;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Makes the Jetty server: its limits, and which path goes where. Holds nothing. */
public final class WebServer {
    private static final Logger log = LoggerFactory.getLogger(WebServer.class);
    private static final int THREADS = 32;
    private static final int HEADER_BYTES = 8 * 1024;
    private static final Duration IDLE = Duration.ofSeconds(30);
    private static final int CONNECTIONS = 2000;

    private WebServer() {}

    /** A server with its threads, without handlers; not started. */
    public static Server create() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("jetty");
        threads.setDaemon(true);
        Server server = new Server(threads);
        server.setErrorHandler(new ErrorAnswers());
        server.addBean(new NetworkConnectionLimit(CONNECTIONS, server));
        return server;
    }

    /** Where it listens. */
    public static ServerConnector listen(Server server, InetSocketAddress address) {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setResponseHeaderSize(HEADER_BYTES);
        configuration.setIdleTimeout(IDLE.toMillis());
        ServerConnector connector = new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration));
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        return connector;
    }

    /** Which path goes where: WebSocket upgrades first, then the API, and the page for all the rest. */
    public static Handler handlers(Handler sockets, LoginHandler login, WhepHandler whep, PageHandler page) {
        PathMappingsHandler paths = new PathMappingsHandler();
        paths.addMapping(PathSpec.from("/api/login"), login);
        paths.addMapping(PathSpec.from("/whep"), whep);
        paths.addMapping(PathSpec.from("/whep/*"), whep);
        paths.addMapping(PathSpec.from("/*"), page);
        return new SecurityHeaders(new Handler.Sequence(sockets, paths));
    }

    /** Stops it; what is still under way after the limit is cut off. */
    public static void stop(Server server, Duration limit) {
        server.setStopTimeout(0);
        if (server.getThreadPool() instanceof QueuedThreadPool threads) {
            threads.setStopTimeout(limit.toMillis());
        }
        try {
            server.stop();
        } catch (Exception e) {
            // The process or the test goes on without it; its threads are daemons.
            log.warn("server: did not stop in order", e);
        }
    }
}
