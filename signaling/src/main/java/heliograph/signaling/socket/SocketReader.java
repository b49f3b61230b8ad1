package heliograph.signaling.socket;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.MalformedMessageException;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.SealedJson;
import heliograph.signaling.room.RoomThread;
import heliograph.signaling.room.TokenBucket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A WebSocket's reading side: decodes and passes on to the room. Called on Jetty's threads, one at a time. Public because Jetty
 * calls nothing else.
 */
public final class SocketReader implements Session.Listener.AutoDemanding {
    private static final Logger log = LoggerFactory.getLogger(SocketReader.class);

    private static final int MOST_UNSENT_PONGS = 32;

    private final RoomThread room;
    private final SealedJson<Message> json;
    private final int mostUnhandled;
    private final Function<Session, SocketMember> opened;
    private final Consumer<SocketMember> closed;
    private final AtomicInteger unhandled = new AtomicInteger();
    private final AtomicInteger unsentPongs = new AtomicInteger();
    private final TokenBucket controlFrames;
    private volatile @Nullable Session session;
    private volatile @Nullable SocketMember member;

    SocketReader(
            RoomThread room,
            SealedJson<Message> json,
            int mostUnhandled,
            TokenBucket controlFrames,
            Function<Session, SocketMember> opened,
            Consumer<SocketMember> closed) {
        this.room = room;
        this.json = json;
        this.mostUnhandled = mostUnhandled;
        this.controlFrames = controlFrames;
        this.opened = opened;
        this.closed = closed;
    }

    @Override
    public void onWebSocketOpen(Session session) {
        SocketMember from = opened.apply(session);
        this.session = session;
        member = from;
        log.debug("{}: open", from);
        room.connected(from);
    }

    @Override
    public void onWebSocketText(String text) {
        SocketMember from = member;
        if (from == null || from.isFaulty()) {
            return;
        }
        from.heard();
        if (unhandled.incrementAndGet() > mostUnhandled) {
            from.fault(ErrorCode.TOO_FAST, "Too many messages.");
            return;
        }
        try {
            int bytes = text.getBytes(StandardCharsets.UTF_8).length;
            room.received(from, json.decode(text), bytes, unhandled::decrementAndGet);
        } catch (MalformedMessageException e) {
            from.fault(ErrorCode.BAD_MESSAGE, "Not a message: " + e.getMessage() + ".");
        }
    }

    @Override
    public void onWebSocketBinary(ByteBuffer payload, Callback callback) {
        SocketMember from = member;
        if (from != null) {
            from.fault(ErrorCode.BAD_MESSAGE, "Text frames only.");
        }
        callback.succeed();
    }

    /** Jetty itself would answer any number of them, and keep the answers in memory of whoever does not read. */
    @Override
    public void onWebSocketPing(ByteBuffer payload) {
        SocketMember from = member;
        Session to = session;
        if (from == null || to == null || from.isFaulty()) {
            return;
        }
        if (!controlFrames.take(1) || unsentPongs.incrementAndGet() > MOST_UNSENT_PONGS) {
            from.fault(ErrorCode.TOO_FAST, "Too many pings.");
            return;
        }
        ByteBuffer copy = ByteBuffer.allocate(payload.remaining()).put(payload).flip();
        to.sendPong(copy, Callback.from(unsentPongs::decrementAndGet, failure -> unsentPongs.decrementAndGet()));
    }

    @Override
    public void onWebSocketPong(ByteBuffer payload) {
        SocketMember from = member;
        if (from == null || from.isFaulty()) {
            return;
        }
        from.heard();
        if (!controlFrames.take(1)) {
            from.fault(ErrorCode.TOO_FAST, "Too many pongs.");
        }
    }

    @Override
    public void onWebSocketError(Throwable cause) {
        log.debug("{}: {}", member, cause.toString());
    }

    @Override
    public void onWebSocketClose(int code, String reason, Callback callback) {
        callback.succeed();
        SocketMember from = member;
        if (from != null) {
            log.debug("{}: closed with {}", from, code);
            closed.accept(from);
            room.left(from);
        }
    }
}
