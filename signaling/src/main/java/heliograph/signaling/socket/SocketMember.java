package heliograph.signaling.socket;

import heliograph.signaling.auth.Visitor;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.protocol.SealedJson;
import heliograph.signaling.room.Member;
import heliograph.signaling.room.RoomThread;
import java.nio.ByteBuffer;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A WebSocket as a member of the room: the sending side. Any thread; nothing here waits. */
final class SocketMember implements Member {
    private static final Logger log = LoggerFactory.getLogger(SocketMember.class);
    private static final int NORMAL_CLOSURE = 1000;

    private final Session session;
    private final Visitor visitor;
    private final RoomThread room;
    private final SealedJson<Message> json;
    private final SocketLimits limits;
    private final Outbox outbox;
    private final AtomicBoolean faulty = new AtomicBoolean();
    /** By the system's own stopwatch: a wall clock that is set must not end anybody. */
    private volatile long heard;

    /** Whether a page may be at the other end, which hears messages and no pings. */
    private volatile boolean isViewer;

    private volatile long closing;
    private volatile boolean isClosing;

    SocketMember(
            Session session,
            Visitor visitor,
            RoomThread room,
            SealedJson<Message> json,
            SocketLimits limits,
            Executor executor) {
        this.session = session;
        this.visitor = visitor;
        this.room = room;
        this.json = json;
        this.limits = limits;
        outbox = new Outbox(session, executor, limits.unreadBytes());
        heard = System.nanoTime();
    }

    @Override
    public void send(Message message) {
        if (!outbox.add(json.encode(message))) {
            fault(ErrorCode.TOO_SLOW, "Too much is waiting to be read.");
        }
        // Not before: what comes first is the welcome.
        if (message instanceof Message.Joined joined) {
            isViewer = joined.role() == Role.VIEWER;
        }
    }

    @Override
    public void end(ErrorCode code, String text) {
        log.debug("{}: {}: {}", this, code, text);
        faulty.set(true);
        outbox.add(json.encode(new Message.Refused(code, text)));
        close(code.closeCode(), text);
    }

    @Override
    public void end() {
        faulty.set(true);
        close(NORMAL_CLOSURE, "");
    }

    @Override
    public String address() {
        return visitor.address();
    }

    @Override
    public String site() {
        return visitor.site();
    }

    /** Something came from the other end. */
    void heard() {
        heard = System.nanoTime();
    }

    /** Has the room end this member; the first time only. */
    void fault(ErrorCode code, String text) {
        if (faulty.compareAndSet(false, true)) {
            room.fault(this, code, text);
        }
    }

    /** After a fault, or its end, nothing more of it is read. */
    boolean isFaulty() {
        return faulty.get();
    }

    void ping() {
        session.sendPing(ByteBuffer.allocate(0), Callback.NOOP);
        if (isViewer) {
            send(new Message.Alive());
        }
    }

    /** Ends a socket that is silent, and cuts one that does not finish its close. Called every now and then. */
    void checkTime() {
        long now = System.nanoTime();
        if (isClosing && now - closing >= limits.closing().toNanos()) {
            session.disconnect();
        } else if (now - heard >= limits.silence().toNanos()) {
            fault(ErrorCode.TOO_SLOW, "Nothing was heard for too long.");
        }
    }

    @Override
    public String toString() {
        return "socket " + session.getRemoteSocketAddress();
    }

    private void close(int code, String reason) {
        closing = System.nanoTime();
        isClosing = true;
        outbox.close(code, reason);
    }
}
