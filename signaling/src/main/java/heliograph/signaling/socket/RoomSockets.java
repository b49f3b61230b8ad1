package heliograph.signaling.socket;

import heliograph.signaling.auth.Visitor;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.SealedJson;
import heliograph.signaling.room.RoomThread;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.function.BiConsumer;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.ServerUpgradeRequest;
import org.eclipse.jetty.websocket.server.ServerUpgradeResponse;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The WebSocket {@code /ws}: makes a member of the room out of each socket that is opened, and keeps them alive. Any
 * thread; pings and time limits run on its own thread {@code sockets}.
 */
public final class RoomSockets implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(RoomSockets.class);
    private static final String PATH = "/ws";
    private static final Duration CHECK_EVERY = Duration.ofMillis(500);

    private final RoomThread room;
    private final SocketLimits limits;
    private final Set<String> origins;
    private final Executor executor;
    private final Function<Request, Visitor> visitors;
    private final BiConsumer<Visitor, String> foreign;
    private final SealedJson<Message> json = SealedJson.of(Message.class);
    private final Set<SocketMember> members = ConcurrentHashMap.newKeySet();
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(task -> {
        Thread thread = new Thread(task, "sockets");
        thread.setDaemon(true);
        return thread;
    });

    /**
     * Takes no socket yet.
     *
     * @param origins pages elsewhere that are let in as well, in small letters
     * @param executor writes the frames
     * @param visitors tells where a request comes from
     * @param foreign hears whose browser showed a page of which other origin, that is not let in; on Jetty's threads
     */
    public RoomSockets(
            RoomThread room,
            SocketLimits limits,
            Set<String> origins,
            Executor executor,
            Function<Request, Visitor> visitors,
            BiConsumer<Visitor, String> foreign) {
        this.room = room;
        this.limits = limits;
        this.origins = Set.copyOf(origins);
        this.executor = executor;
        this.visitors = visitors;
        this.foreign = foreign;
    }

    /** The handler for a server; passes on what does not ask for {@code /ws}. */
    public WebSocketUpgradeHandler handler(Server server) {
        return WebSocketUpgradeHandler.from(server, container -> {
            container.setMaxFrameSize(limits.frameBytes());
            // Jetty's own would count what it sends itself as a sign of life.
            container.setIdleTimeout(Duration.ZERO);
            container.addMapping(PATH, this::accept);
        });
    }

    /** Begins to ping and to look at the clock. */
    public void start() {
        every(limits.pingEvery(), SocketMember::ping);
        every(CHECK_EVERY, SocketMember::checkTime);
    }

    /** Waits until no socket is open, at most so long. */
    public void awaitNone(Duration limit) {
        long end = System.nanoTime() + limit.toNanos();
        try {
            while (!members.isEmpty() && System.nanoTime() < end) {
                TimeUnit.MILLISECONDS.sleep(10);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        timer.shutdownNow();
    }

    private @Nullable Object accept(ServerUpgradeRequest request, ServerUpgradeResponse response, Callback callback) {
        if (!isFromOurPage(request)) {
            foreign.accept(visitors.apply(request), origin(request));
            Response.writeError(request, response, callback, HttpStatus.FORBIDDEN_403, "Another origin.");
            return null;
        }
        // Without compression: it costs memory for each socket, and these messages are few and small.
        response.setExtensions(List.of());
        Visitor visitor = visitors.apply(request);
        return new SocketReader(
                room, json, limits, InstantSource.system(), session -> opened(session, visitor), members::remove);
    }

    private void every(Duration period, Consumer<SocketMember> action) {
        Runnable guarded = () -> members.forEach(member -> {
            try {
                action.accept(member);
            } catch (RuntimeException e) {
                // One socket in a state that nobody thought of must not end the watch over all others.
                log.warn("{}: {}", member, e.toString());
            }
        });
        long millis = period.toMillis();
        var unused = timer.scheduleWithFixedDelay(guarded, millis, millis, TimeUnit.MILLISECONDS);
    }

    private SocketMember opened(Session session, Visitor visitor) {
        SocketMember member = new SocketMember(session, visitor, room, json, limits, executor);
        members.add(member);
        return member;
    }

    /** A browser names the page's origin (RFC 6455, section 10.2) and cannot be made to lie; other programs have none. */
    private boolean isFromOurPage(ServerUpgradeRequest request) {
        if (!request.getHeaders().contains(HttpHeader.ORIGIN)) {
            return true;
        }
        String origin = origin(request).toLowerCase(Locale.ROOT);
        String host = request.getHeaders().get(HttpHeader.HOST);
        String scheme = request.isSecure() ? "https://" : "http://";
        boolean same = host != null && origin.equals(scheme + host.toLowerCase(Locale.ROOT));
        return same || origins.contains(origin);
    }

    /** Several are one that nobody has. */
    private static String origin(Request request) {
        return String.join(",", request.getHeaders().getValuesList(HttpHeader.ORIGIN));
    }
}
