package heliograph.signaling.http;

import heliograph.signaling.auth.VisitorRate;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Set;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpCompliance;
import org.eclipse.jetty.http.UriCompliance;
import org.eclipse.jetty.http.pathmap.PathSpec;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConfiguration;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.NetworkConnectionLimit;
import org.eclipse.jetty.server.SecureRequestCustomizer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.server.SslConnectionFactory;
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

    private WebServer() {}

    /** A server with its threads, without doors and handlers; not started. */
    public static Server create() {
        QueuedThreadPool threads = new QueuedThreadPool(THREADS, 4);
        threads.setName("jetty");
        threads.setDaemon(true);
        Server server = new Server(threads);
        return server;
    }

    /** Where it listens without TLS. */
    public static ServerConnector listen(Server server, InetSocketAddress address) {
        return listen(server, address, new ServerConnector(server, 1, 1, new HttpConnectionFactory(configuration())));
    }

    /** Where it listens with TLS. */
    public static ServerConnector listen(Server server, InetSocketAddress address, TlsContext tls) {
        HttpConfiguration configuration = configuration();
        // Whatever name a viewer found us by: it is for the browser to say that the certificate is not for it.
        configuration.addCustomizer(new SecureRequestCustomizer(false));
        HttpConnectionFactory http = new HttpConnectionFactory(configuration);
        SslConnectionFactory handshake = new SslConnectionFactory(tls.factory(), http.getProtocol());
        return listen(server, address, new ServerConnector(server, 1, 1, handshake, http));
    }

    private static ServerConnector listen(Server server, InetSocketAddress address, ServerConnector connector) {
        connector.setHost(address.getAddress().getHostAddress());
        connector.setPort(address.getPort());
        connector.setIdleTimeout(IDLE.toMillis());
        server.addConnector(connector);
        return connector;
    }

    private static HttpConfiguration configuration() {
        HttpConfiguration configuration = new HttpConfiguration();
        configuration.setSendServerVersion(false);
        configuration.setRequestHeaderSize(HEADER_BYTES);
        configuration.setResponseHeaderSize(HEADER_BYTES);
        configuration.setIdleTimeout(IDLE.toMillis());
        // A request that a proxy before us may have read in another way is none (RFC 9112, section 11.2).
        configuration.setHttpCompliance(HttpCompliance.STRICT);
        configuration.setUriCompliance(UriCompliance.RFC3986);
        return configuration;
    }

    /** Which path goes where: WebSocket upgrades first, then the API, and the page for all the rest. */
    public static Handler handlers(
            Handler sockets, LoginHandler login, InvitationHandler invitation, WhepHandler whep, PageHandler page) {
        PathMappingsHandler paths = new PathMappingsHandler();
        paths.addMapping(PathSpec.from("/api/login"), login);
        paths.addMapping(PathSpec.from("/api/invitation"), invitation);
        paths.addMapping(PathSpec.from(WhepAnswers.PATH), whep);
        paths.addMapping(PathSpec.from(WhepAnswers.PATH + "/*"), whep);
        paths.addMapping(PathSpec.from("/*"), page);
        return new Handler.Sequence(sockets, paths);
    }

    /**
     * Puts the guards before the handlers; called once, when every door is there.
     *
     * @param hosts the names that this server goes by
     * @param vouchedFor whether browsers trust its certificate by themselves
     */
    public static void guard(
            Server server,
            ConnectionLimits limits,
            ClientAddress clients,
            Set<String> hosts,
            BooleanSupplier vouchedFor,
            InstantSource clock,
            Handler handlers) {
        server.setErrorHandler(new ErrorAnswers(vouchedFor));
        Places places = new Places(limits.connectionsOfOne());
        ForwardedLimit forwarded = new ForwardedLimit(
                places,
                new VisitorRate(limits.forwardedRateOfOne(), Places.NETWORKS_OF_HOME, Places.NETWORKS_OF_SITE, clock),
                clients,
                new HostCheck(hosts, handlers));
        SecurityHeaders guarded = new SecurityHeaders(
                vouchedFor, new KeepAliveLimit(ConnectionLimits.REQUESTS_OF_CONNECTION, clients, forwarded));
        RequestDeadlines deadlines =
                new RequestDeadlines(limits.waiting(), limits.underWay(), clients, new LingeringClose(guarded));
        server.setHandler(deadlines);
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector listening) {
                listening.addBean(deadlines, false);
                listening.addBean(forwarded, false);
                listening.addBean(new AddressLimit(places, limits.rateOfOne(), clock, clients));
                listening.addBean(new CrowdedDoor(listening, limits.crowd(), deadlines));
                // Each door by itself: a crowd at the one that is open to all must not shut the studio out of the
                // other.
                listening.addBean(new NetworkConnectionLimit(limits.connections(), listening));
            }
        }
    }

    /** Stops it; what is still under way after the limit is cut off. */
    public static void stop(Server server, Duration limit) {
        server.setStopTimeout(0);
        if (server.getThreadPool() instanceof QueuedThreadPool threads) {
            threads.setStopTimeout(limit.toMillis());
        }
        for (Connector connector : server.getConnectors()) {
            if (connector instanceof ServerConnector listening) {
                // Of a server that was never started Jetty would leave them open.
                listening.close();
            }
        }
        try {
            server.stop();
        } catch (Exception e) {
            // The process or the test goes on without it; its threads are daemons.
            log.warn("server: did not stop in order", e);
        }
    }
}
