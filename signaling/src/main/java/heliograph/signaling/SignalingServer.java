package heliograph.signaling;

import heliograph.signaling.auth.Credentials;
import heliograph.signaling.http.ClientAddress;
import heliograph.signaling.http.InvitationHandler;
import heliograph.signaling.http.LoginHandler;
import heliograph.signaling.http.PageHandler;
import heliograph.signaling.http.WebServer;
import heliograph.signaling.http.WhepHandler;
import heliograph.signaling.room.Announcement;
import heliograph.signaling.room.Attendee;
import heliograph.signaling.room.Audience;
import heliograph.signaling.room.RelayEvents;
import heliograph.signaling.room.Room;
import heliograph.signaling.room.RoomThread;
import heliograph.signaling.socket.RoomSockets;
import heliograph.signaling.tls.MachineNames;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A running signaling server: the page, login, the room, WebSocket and WHEP, behind one door or two. Any thread. */
public final class SignalingServer implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(SignalingServer.class);
    private static final Duration TICK = Duration.ofMillis(250);
    private static final Duration FAREWELL = Duration.ofMillis(700);
    private static final Duration STOP = Duration.ofMillis(500);

    private final Server server;
    private final RoomThread room;
    private final RoomSockets sockets;
    private final Access access;
    private final AudienceFeed audience;
    private final LinksFeed links;
    private final @Nullable SecureDoor secure;
    private final URI roomUri;
    private final AtomicReference<@Nullable Credentials> firstAccount;
    private final AtomicBoolean closed = new AtomicBoolean();

    private SignalingServer(
            Server server,
            RoomThread room,
            RoomSockets sockets,
            Access access,
            AudienceFeed audience,
            LinksFeed links,
            @Nullable SecureDoor secure,
            URI roomUri,
            @Nullable Credentials firstAccount) {
        this.server = server;
        this.room = room;
        this.sockets = sockets;
        this.access = access;
        this.audience = audience;
        this.links = links;
        this.secure = secure;
        this.roomUri = roomUri;
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
        Server server = WebServer.create();
        ServerConnector plain = WebServer.listen(server, address);
        HttpsSettings https = settings.https();
        SecureDoor secure = https == null ? null : SecureDoor.build(https, settings, random, server);
        Access access;
        try {
            open(plain, secure, settings);
            // After the doors: the first account's password is shown by a start that succeeds, and never again.
            access = Access.open(settings, random);
        } catch (SignalingStartException e) {
            WebServer.stop(server, STOP);
            throw e;
        }
        Ids ids = new Ids(random);
        AudienceFeed audience = new AudienceFeed();
        ClientAddress clients = new ClientAddress(settings.trustedProxies());
        RoomThread room = new RoomThread(
                new Room(
                        access.admission(),
                        settings.iceServers(),
                        limits.room(),
                        settings.paths(),
                        settings.clock(),
                        ids,
                        audience),
                bug -> log.error("room: a bug", bug));
        RoomSockets sockets = new RoomSockets(
                room,
                limits.sockets(),
                settings.allowedOrigins(),
                server.getThreadPool(),
                clients::of,
                access.audit()::foreignOrigin);
        Handler handlers = WebServer.handlers(
                sockets.handler(server),
                new LoginHandler(access.login(), clients),
                new InvitationHandler(access.exchange(), clients),
                new WhepHandler(room, access.admission(), clients, ids, limits.whep(), settings.clock()),
                new PageHandler());
        WebServer.guard(
                server,
                limits.connections(),
                clients,
                hostNames(settings),
                () -> secure != null && secure.isVouchedFor(),
                settings.clock(),
                handlers);
        try {
            server.start();
        } catch (Exception e) {
            room.close();
            sockets.close();
            access.close();
            WebServer.stop(server, STOP);
            throw StartFailure.explain(e, settings);
        }
        room.start(TICK);
        sockets.start();
        access.watch().start();
        URI watch = Addresses.watch(address.getAddress(), plain.getLocalPort());
        LinksFeed links =
                new LinksFeed(new Links(watch, Optional.ofNullable(secure).map(SecureDoor::link)));
        if (secure != null) {
            secure.start(limits.certificates(), links::secure);
        }
        SignalingServer started = new SignalingServer(
                server,
                room,
                sockets,
                access,
                audience,
                links,
                secure,
                Addresses.room(address.getAddress(), plain.getLocalPort()),
                access.accounts().first().orElse(null));
        started.onLinks(access::publish);
        return started;
    }

    /** Takes the ports one by one, so that it is known which one cannot be had; what comes waits until the server is started. */
    private static void open(ServerConnector plain, @Nullable SecureDoor secure, SignalingSettings settings)
            throws SignalingStartException {
        try {
            plain.open();
        } catch (IOException e) {
            throw StartFailure.explain(e, settings);
        }
        HttpsSettings https = settings.https();
        try {
            if (secure != null) {
                secure.open();
            }
        } catch (IOException e) {
            throw https == null ? StartFailure.explain(e, settings) : StartFailure.explain(e, https);
        }
    }

    /** The names by which this server may be asked for without TLS. */
    private static Set<String> hostNames(SignalingSettings settings) {
        Set<String> names = new HashSet<>(MachineNames.now().names());
        settings.allowedOrigins().forEach(origin -> {
            String host = URI.create(origin).getHost();
            if (host != null) {
                names.add(host);
            }
        });
        return names;
    }

    /** What a person on this computer opens to watch; without TLS. */
    public URI watchUri() {
        return links.latest().plain();
    }

    /** Where the page can be opened now. */
    public Links links() {
        return links.latest();
    }

    /** Tells where the page can be opened: now, and at each change on a thread of the server's. */
    public void onLinks(Consumer<Links> listener) {
        links.listen(listener);
    }

    /** What the studio joins. */
    public URI roomUri() {
        return roomUri;
    }

    /** A new token for this program's own studio: for 12 hours, renewed while that is in the room, void when this server ends. */
    public String broadcasterToken() {
        return access.tokens().studio("studio").text();
    }

    /** The account that the first start made, with its password. The first call alone gives it: it is kept nowhere. */
    public Optional<Credentials> firstAccount() {
        return Optional.ofNullable(firstAccount.getAndSet(null));
    }

    /** Tells who is there: now, and on the room's thread at each change. The listener must return at once. */
    public void onAudience(Consumer<Audience> listener) {
        audience.listen(listener);
    }

    /** Tells who is there by name: now, and on the room's thread at each change. The listener must return at once. */
    public void onAttendance(Consumer<List<Attendee>> listener) {
        audience.listenToRoll(listener);
    }

    /** Puts a viewer out of the room, with all who are there by its sign-in, and makes its tokens void. Nothing, if it is gone. */
    public void remove(String viewer) {
        room.remove(viewer);
    }

    /** Tells every viewer this of the broadcast, and whoever comes after them. */
    public void announce(Announcement announcement) {
        room.announce(announcement);
    }

    /** Passes on to the room what a relay of this process has to say: first of all that it is there. */
    public void relay(Consumer<RelayEvents> said) {
        room.relay(said);
    }

    /** Says {@code going-away} to everybody and ends, within two seconds. */
    @Override
    public void close() {
        if (!closed.compareAndSet(false, true)) {
            return;
        }
        if (secure != null) {
            secure.close();
        }
        room.close();
        sockets.awaitNone(FAREWELL);
        sockets.close();
        access.close();
        WebServer.stop(server, STOP);
    }
}
