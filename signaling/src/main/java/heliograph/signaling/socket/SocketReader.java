package heliograph.signaling.socket;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.MalformedMessageException;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.SealedJson;
import heliograph.signaling.room.RoomThread;
import heliograph.signaling.room.TokenBucket;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.time.InstantSource;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Frame;
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
    private final SocketLimits limits;
    private final Function<Session, SocketMember> opened;
    private final Consumer<SocketMember> closed;
    private final AtomicInteger unhandled = new AtomicInteger();
    private final AtomicInteger unsentPongs = new AtomicInteger();
    private final TokenBucket controlFrames;
    private final TokenBucket fragments;
    /** Of a message, what came so far. */
    private final ByteArrayOutputStream text = new ByteArrayOutputStream();

    private volatile @Nullable Session session;
    private volatile @Nullable SocketMember member;

    SocketReader(
            RoomThread room,
            SealedJson<Message> json,
            SocketLimits limits,
            InstantSource clock,
            Function<Session, SocketMember> opened,
            Consumer<SocketMember> closed) {
        this.room = room;
        this.json = json;
        this.limits = limits;
        this.controlFrames = new TokenBucket(SocketLimits.CONTROL_FRAMES, clock);
        this.fragments = new TokenBucket(limits.fragments(), clock);
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

    /** In the place of Jetty's own assembly of messages, which counts no frames: empty ones would go on in one message for ever. */
    @Override
    public void onWebSocketFrame(Frame frame, Callback callback) {
        SocketMember from = member;
        if (from != null && !from.isFaulty()) {
            read(from, frame);
        }
        callback.succeed();
    }

    private void read(SocketMember from, Frame frame) {
        switch (frame.getType()) {
            case TEXT, CONTINUATION -> text(from, frame);
            case BINARY -> from.fault(ErrorCode.BAD_MESSAGE, "Text frames only.");
            case PING -> ping(from, frame.getPayload());
            case PONG -> pong(from);
            // The answer to it is Jetty's.
            case CLOSE -> log.debug("{}: says that it closes", from);
        }
    }

    /** A frame, or as much of it as is here: Jetty passes on what it has. */
    private void text(SocketMember from, Frame frame) {
        ByteBuffer payload = frame.getPayload();
        if (!frame.isFin() && !fragments.take(1)) {
            from.fault(ErrorCode.TOO_FAST, "Too many frames.");
        } else if (text.size() + payload.remaining() > limits.frameBytes()) {
            from.fault(ErrorCode.TOO_LARGE, "At most " + limits.frameBytes() + " bytes are read.");
        } else {
            text.writeBytes(BufferUtil.toArray(payload));
            if (frame.isFin()) {
                byte[] whole = text.toByteArray();
                text.reset();
                message(from, whole);
            }
        }
    }

    private void message(SocketMember from, byte[] whole) {
        from.heard();
        if (unhandled.incrementAndGet() > limits.unhandled()) {
            from.fault(ErrorCode.TOO_FAST, "Too many messages.");
            return;
        }
        try {
            String decoded = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(whole))
                    .toString();
            room.received(from, json.decode(decoded), whole.length, unhandled::decrementAndGet);
        } catch (CharacterCodingException e) {
            from.fault(ErrorCode.BAD_MESSAGE, "Not a message: no UTF-8.");
        } catch (MalformedMessageException e) {
            from.fault(ErrorCode.BAD_MESSAGE, "Not a message: " + e.getMessage() + ".");
        }
    }

    /** Jetty itself would answer any number of them, and keep the answers in memory of whoever does not read. */
    private void ping(SocketMember from, ByteBuffer payload) {
        Session to = session;
        if (to == null) {
            return;
        }
        if (!controlFrames.take(1) || unsentPongs.incrementAndGet() > MOST_UNSENT_PONGS) {
            from.fault(ErrorCode.TOO_FAST, "Too many pings.");
            return;
        }
        ByteBuffer copy = ByteBuffer.allocate(payload.remaining()).put(payload).flip();
        to.sendPong(copy, Callback.from(unsentPongs::decrementAndGet, failure -> unsentPongs.decrementAndGet()));
    }

    private void pong(SocketMember from) {
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
