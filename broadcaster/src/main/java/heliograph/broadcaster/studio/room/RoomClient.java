package heliograph.broadcaster.studio.room;

import heliograph.broadcaster.link.BackOff;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.MalformedMessageException;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.SealedJson;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The broadcaster's place in the room: joins, and joins again with back-off when the connection was lost. All of it,
 * and its listener, on thread {@code studio}.
 */
public final class RoomClient implements RoomSocket.Listener, AutoCloseable {
    /** What the room says. */
    public interface Listener {
        /** In the room, whose server offers these ICE servers; sessions of before are over. */
        void joined(Message.Joined joined);

        /** Any other message. */
        void received(Message message);

        /** The token that let in before is good no longer. */
        void tokenRefused();

        /** Not in the room; called at each attempt that failed. It goes on trying. */
        void unreachable(String reason);

        /** Another broadcaster has the room now; the last that is heard. */
        void replaced();
    }

    private static final Logger log = LoggerFactory.getLogger(RoomClient.class);
    private static final Duration FIRST_PAUSE = Duration.ofMillis(200);
    private static final Duration LONGEST_PAUSE = Duration.ofSeconds(5);
    private static final Duration LONGEST_SILENCE = Duration.ofSeconds(45);
    private static final Set<ErrorCode> VOID = Set.of(ErrorCode.UNAUTHORIZED, ErrorCode.TOKEN_EXPIRED);
    private static final Duration JOIN_LIMIT = Duration.ofSeconds(5);

    private final SealedJson<Message> json = SealedJson.of(Message.class);
    private final HttpClient http;
    private final URI room;
    private String token;
    private final ScheduledExecutorService studio;
    private final Listener listener;
    private final BackOff backOff;
    private final ScheduledFuture<?> watch;
    private @Nullable RoomSocket socket;
    private boolean joined;
    private boolean wasJoined;
    private boolean closed;
    private boolean replaced;
    private String refusal = "";

    public RoomClient(HttpClient http, URI room, String token, ScheduledExecutorService studio, Listener listener) {
        this.http = http;
        this.room = room;
        this.token = token;
        this.studio = studio;
        this.listener = listener;
        this.backOff = new BackOff(FIRST_PAUSE, LONGEST_PAUSE, 0.2, RandomGenerator.getDefault());
        this.watch = studio.scheduleWithFixedDelay(this::watch, 1, 1, TimeUnit.SECONDS);
    }

    /** Begins to join. */
    public void join() {
        if (closed) {
            return;
        }
        RoomSocket next = new RoomSocket(this);
        socket = next;
        next.connect(http, room);
        next.send(new Message.Join(token));
    }

    /** Whether the room knows us just now. */
    public boolean joined() {
        return joined;
    }

    /** Sends when in the room; otherwise the message is as lost as its session. */
    public void send(Message message) {
        if (joined && socket != null) {
            socket.send(message);
        }
    }

    /** Leaves the room with this as the last word; done when that is out, or cannot be. */
    public CompletableFuture<?> leave(Message last) {
        send(last);
        RoomSocket leaving = socket;
        close();
        return leaving == null ? CompletableFuture.completedFuture(null) : leaving.sent();
    }

    @Override
    public void close() {
        if (closed) {
            return;
        }
        closed = true;
        joined = false;
        watch.cancel(false);
        if (socket != null) {
            socket.close();
            socket = null;
        }
    }

    @Override
    public void text(RoomSocket from, String text) {
        studio.execute(() -> {
            if (from == socket) {
                received(from, text);
            }
        });
    }

    @Override
    public void ended(RoomSocket over, String reason) {
        studio.execute(() -> {
            if (over == socket) {
                lost(refusal.isEmpty() ? reason : refusal);
            }
        });
    }

    private void received(RoomSocket from, String text) {
        Message message;
        try {
            message = json.decode(text);
        } catch (MalformedMessageException e) {
            log.warn("room: a message that cannot be read: {}", e.getMessage());
            return;
        }
        if (message instanceof Message.Joined welcome) {
            joined = true;
            wasJoined = true;
            refusal = "";
            backOff.reset();
            log.info("room: joined as {}", welcome.id());
            listener.joined(welcome);
        } else if (message instanceof Message.Refused refused) {
            log.warn("room: {} {}", refused.code(), refused.message());
            if (refused.code().fatal()) {
                replaced = refused.code() == ErrorCode.REPLACED;
                refusal = refused.code() + ": " + refused.message();
                from.abort(refusal);
                // One that never was good is no reason to ask for another, and for another.
                if (wasJoined && VOID.contains(refused.code())) {
                    wasJoined = false;
                    listener.tokenRefused();
                }
            }
        } else if (message instanceof Message.Token renewed) {
            token = renewed.token();
        } else if (joined) {
            listener.received(message);
        }
    }

    private void lost(String reason) {
        joined = false;
        socket = null;
        if (replaced) {
            // Coming back would throw out whoever replaced us, who would come back too.
            close();
            listener.replaced();
            return;
        }
        Duration pause = backOff.next();
        log.warn("room: not reachable ({}), next attempt in {} ms", reason, pause.toMillis());
        listener.unreachable(reason);
        var unused = studio.schedule(this::join, pause.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void watch() {
        RoomSocket current = socket;
        if (current != null && current.silence().compareTo(joined ? LONGEST_SILENCE : JOIN_LIMIT.multipliedBy(2)) > 0) {
            current.abort("nothing heard for " + current.silence().toSeconds() + " s");
        }
    }
}
