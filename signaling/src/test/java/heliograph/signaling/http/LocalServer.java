package heliograph.signaling.http;

import heliograph.signaling.auth.Accounts;
import heliograph.signaling.auth.Audit;
import heliograph.signaling.auth.Broadcasters;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.InvitationBook;
import heliograph.signaling.auth.InvitationExchange;
import heliograph.signaling.auth.Invitations;
import heliograph.signaling.auth.Login;
import heliograph.signaling.auth.LoginLimiter;
import heliograph.signaling.auth.PrivateFolder;
import heliograph.signaling.auth.Revocations;
import heliograph.signaling.auth.TokenAdmission;
import heliograph.signaling.auth.Tokens;
import heliograph.signaling.ice.IceServers;
import heliograph.signaling.room.DeafObserver;
import heliograph.signaling.room.PathPolicy;
import heliograph.signaling.room.Room;
import heliograph.signaling.room.RoomLimits;
import heliograph.signaling.room.RoomThread;
import heliograph.signaling.room.TestClock;
import heliograph.signaling.socket.RoomSockets;
import heliograph.signaling.socket.SocketLimits;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.HttpConnectionFactory;
import org.eclipse.jetty.server.LocalConnector;
import org.eclipse.jetty.server.Server;

/** The server's own handlers and HTTP settings, without a network: bytes in, bytes out. */
final class LocalServer implements AutoCloseable {
    private static final int MAX_VIEWERS = 5;
    private static final long LIMIT_SECONDS = 30;

    private final RoomThread room;
    private final RoomSockets sockets;
    private final Login login;
    private final InvitationExchange exchange;
    private final Revocations revocations;
    private final Server server = WebServer.create();
    private final LocalConnector connector;

    private LocalServer(Path data) throws Exception {
        TestClock clock = new TestClock();
        SecureRandom random = new SecureRandom();
        PrivateFolder folder = PrivateFolder.open(data);
        Tokens tokens = Tokens.open(folder, clock, random);
        Accounts accounts = Accounts.forThisRun(new Credentials("anna", "correct-horse"), "1", random);
        Invitations invitations = Invitations.open(folder, new InvitationBook(folder, random, clock), clock);
        revocations = Revocations.open(folder, clock);
        Audit audit = new Audit(accounts);
        LoginLimiter limiter = new LoginLimiter(clock, 200);
        TokenAdmission admission =
                new TokenAdmission(tokens, accounts, invitations, Broadcasters.open(folder), revocations, audit, clock);
        AtomicInteger ids = new AtomicInteger();
        room = new RoomThread(
                new Room(
                        admission,
                        IceServers.NONE,
                        RoomLimits.forViewers(MAX_VIEWERS),
                        PathPolicy.DEFAULT,
                        clock,
                        () -> "id" + ids.incrementAndGet(),
                        new DeafObserver()),
                bug -> {
                    throw new AssertionError(bug);
                });
        ClientAddress clients = new ClientAddress(TrustedProxies.NONE);
        sockets = new RoomSockets(
                room,
                SocketLimits.forViewers(MAX_VIEWERS),
                Set.of(),
                server.getThreadPool(),
                clients::of,
                audit::foreignOrigin);
        login = new Login(accounts, tokens, limiter, audit, Login.WAITING);
        exchange = new InvitationExchange(invitations, tokens, revocations, limiter, audit);
        Handler handlers = WebServer.handlers(
                sockets.handler(server),
                new LoginHandler(login, clients),
                new InvitationHandler(exchange, clients),
                new WhepHandler(
                        room, admission, clients, () -> "id" + ids.incrementAndGet(), WhepLimits.DEFAULT, clock),
                new PageHandler());
        WebServer.guard(
                server,
                ConnectionLimits.forViewers(MAX_VIEWERS),
                clients,
                Set.of("h", "localhost"),
                () -> false,
                clock,
                handlers);
        // The real connector is made for its settings alone, and never opened.
        connector = new LocalConnector(
                server,
                WebServer.listen(server, new InetSocketAddress(InetAddress.getLoopbackAddress(), 0))
                        .getConnectionFactory(HttpConnectionFactory.class));
        server.setConnectors(new org.eclipse.jetty.server.Connector[] {connector});
    }

    static LocalServer start(Path data) throws Exception {
        LocalServer server = new LocalServer(data);
        server.server.start();
        server.room.start(Duration.ofMillis(250));
        return server;
    }

    /** All that the server says to a connection on which these bytes come and nothing after them, until it closes it. */
    byte[] exchange(byte[] bytes) throws Exception {
        try (LocalConnector.LocalEndPoint connection = connector.connect()) {
            connection.addInput(ByteBuffer.wrap(bytes));
            connection.addInput((ByteBuffer) null);
            connection.waitUntilClosedOrIdleFor(LIMIT_SECONDS, TimeUnit.SECONDS);
            if (connection.isOpen()) {
                throw new AssertionError("not closed within " + LIMIT_SECONDS + " s");
            }
            ByteBuffer output = connection.takeOutput();
            byte[] answer = new byte[output.remaining()];
            output.get(answer);
            return answer;
        }
    }

    /** The same as text. */
    String exchange(String text) throws Exception {
        return new String(exchange(text.getBytes(StandardCharsets.ISO_8859_1)), StandardCharsets.ISO_8859_1);
    }

    @Override
    public void close() {
        room.close();
        sockets.close();
        login.close();
        exchange.close();
        revocations.close();
        WebServer.stop(server, Duration.ofMillis(500));
    }
}
