package heliograph.signaling;

import heliograph.signaling.auth.AccountAdmission;
import heliograph.signaling.auth.Credentials;
import heliograph.signaling.auth.Login;
import heliograph.signaling.auth.Tokens;
import heliograph.signaling.http.LoginHandler;
import heliograph.signaling.http.PageHandler;
import heliograph.signaling.http.WebServer;
import heliograph.signaling.http.WhepHandler;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Audience;
import heliograph.signaling.room.Room;
import heliograph.signaling.room.RoomThread;
import heliograph.signaling.socket.RoomSockets;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running signaling server: the page, login, the room, WebSocket and WHEP on one port. Any thread. */
public final class SignalingServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SignalingServer.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration FAREWELL = Duration.ofMillis(700);
    private static final Duration STOP = Duration.ofMillis(500);

    private final Server server;
    private final RoomThread room;
    private final RoomSockets sockets;
    private final Login login;
    private final Tokens tokens;
    private final AudienceFeed audience;
    private final InetAddress address;
    private final int port;
    private final AtomicReference<@Nullable Credentials> firstAccount;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SignalingServer(
            Server server,
            RoomThread room,
            RoomSockets sockets,
            Login login,
            Tokens tokens,
            AudienceFeed audience,
            InetAddress address,
            int port,
            @Nullable Credentials firstAccount) {
        this.server = server;
        this.room = room;
        this.sockets = sockets;
        this.login = login;
        this.tokens = tokens;
        this.audience = audience;
        this.address = address;
        this.port = port;
        this.firstAccount = new AtomicReference<>(firstAccount);
    }

    /**
     * Starts a server; when this returns it can be used.
     *
     * @throws SignalingStartException with a sentence for people
     */
    public static SignalingServer start(SignalingSettings settings) throws SignalingStartException {
        return start(settings, Limits.forViewers(settings.maxViewers()));
    }

    static SignalingServer start(SignalingSettings settings, Limits limits) throws SignalingStartException {
        InetSocketAddress address = StartFailure.resolve(settings);
        SecureRandom random = new SecureRandom();
        Access access = Access.open(settings, random);
        Ids ids = new Ids(random);
        AudienceFeed audience = new AudienceFeed();
        AccountAdmission admission = new AccountAdmission(access.tokens(), access.accounts());
        RoomThread room = new RoomThread(
                new Room(admission, settings.iceServers(), limits.room(), settings.clock(), ids, audience),
                bug -> log.error("room: a bug", bug));
        Server server = WebServer.create();
        RoomSockets sockets = new RoomSockets(room, limits.sockets(), server.getThreadPool());
        Login login = new Login(access.accounts(), access.tokens(), settings.clock());
        server.setHandler(WebServer.handlers(
                sockets.handler(server),
                new LoginHandler(login),
                new WhepHandler(room, admission, settings.iceServers(), ids, limits.whep()),
                new PageHandler()));
        ServerConnector connector = WebServer.listen(server, address);
        try {
            server.start();
        } catch (Exception e) {
            room.close();
            sockets.close();
            login.close();
            WebServer.stop(server, STOP);
            throw StartFailure.explain(e, settings);
        }
        room.start(TICK);
        sockets.start();
        return new SignalingServer(
                server,
                room,
                sockets,
                login,
                access.tokens(),
                audience,
                address.getAddress(),
                connector.getLocalPort(),
                access.accounts().first().orElse(null));
    }

    /** What a person opens to watch. */
    public URI watchUri() {
        return Addresses.watch(address, port);
    }

    /** What the studio joins. */
    public URI roomUri() {
        return Addresses.room(address, port);
    }

    /** A new broadcaster's credential, good for a year. */
    public String broadcasterToken() {
        return tokens.issue(Role.BROADCASTER, "studio").text();
    }

    /** The account that the first start made, with its password. The first call alone gives it: it is kept nowhere. */
    public Optional<Credentials> firstAccount() {
        return Optional.ofNullable(firstAccount.getAndSet(null));
    }

    /** Tells who is there: now, and on the room's thread at each change. The listener must return at once. */
    public void onAudience(Consumer<Audience> listener) {
        audience.listen(listener);
    }

    /** Says {@code going-away} to everybody and ends, within two seconds. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        room.close();
        sockets.awaitNone(FAREWELL);
        sockets.close();
        login.close();
        WebServer.stop(server, STOP);
    }
}
