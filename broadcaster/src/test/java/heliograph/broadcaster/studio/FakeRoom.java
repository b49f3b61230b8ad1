package heliograph.broadcaster.studio;

import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.MalformedMessageException;
import heliograph.signaling.protocol.Message;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.protocol.SealedJson;
import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import org.eclipse.jetty.server.Server;
import org.eclipse.jetty.server.ServerConnector;
import org.eclipse.jetty.util.component.LifeCycle;
import org.eclipse.jetty.websocket.api.Callback;
import org.eclipse.jetty.websocket.api.Session;
import org.eclipse.jetty.websocket.server.WebSocketUpgradeHandler;
import org.jspecify.annotations.Nullable;

/** As much of a signaling server as the studio can see, with viewers plugged straight into it. */
final class FakeRoom implements AutoCloseable {
    static final String TOKEN = "the-broadcasters-token";

    private final SealedJson<Message> json = SealedJson.of(Message.class);
    private final Server server = new Server();
    private final ServerConnector connector = new ServerConnector(server);
    private final Map<String, Consumer<Message>> viewers = new ConcurrentHashMap<>();
    private final List<Message> received = new CopyOnWriteArrayList<>();
    private final AtomicInteger sessions = new AtomicInteger();
    private volatile @Nullable Session studio;

    FakeRoom() throws Exception {
        connector.setHost("127.0.0.1");
        server.addConnector(connector);
        WebSocketUpgradeHandler upgrade = WebSocketUpgradeHandler.from(
                server, container -> container.addMapping("/ws", (request, response, callback) -> new StudioSocket()));
        server.setHandler(upgrade);
        server.start();
    }

    URI uri() {
        return URI.create("ws://127.0.0.1:" + connector.getLocalPort() + "/ws");
    }

    /** Begins a session in which the viewer gets what the studio sends. */
    String watch(Consumer<Message> viewer) {
        String session = "s" + sessions.incrementAndGet();
        viewers.put(session, viewer);
        viewer.accept(new Message.Live(session, "direct"));
        return session;
    }

    /** Sends to the studio. */
    void toStudio(Message message) {
        Session socket = studio;
        if (socket != null) {
            socket.sendText(json.encode(message), Callback.NOOP);
        }
    }

    /** Cuts the studio's connection without a word. */
    void cut() {
        Session socket = studio;
        if (socket != null) {
            socket.disconnect();
        }
    }

    /** All that the studio has sent. */
    List<Message> received() {
        return received;
    }

    @Override
    public void close() {
        LifeCycle.stop(server);
    }

    private void fromStudio(Session socket, Message message) {
        received.add(message);
        if (message instanceof Message.Join join) {
            if (!join.token().equals(TOKEN)) {
                reply(socket, new Message.Refused(ErrorCode.UNAUTHORIZED, "no such token"));
                return;
            }
            studio = socket;
            reply(socket, new Message.Joined("m1", Role.BROADCASTER, "studio", List.of(), Instant.now()));
        } else if (message instanceof Message.Answer answer) {
            pass(answer.session(), message);
        } else if (message instanceof Message.Candidate candidate) {
            pass(candidate.session(), message);
        } else if (message instanceof Message.Leave leave && leave.session() != null) {
            pass(leave.session(), message);
        }
    }

    private void pass(String session, Message message) {
        Consumer<Message> viewer = viewers.get(session);
        if (viewer != null) {
            viewer.accept(message);
        }
    }

    private void reply(Session socket, Message message) {
        socket.sendText(json.encode(message), Callback.NOOP);
    }

    /** The server's end of the studio's socket. */
    public final class StudioSocket extends Session.Listener.AbstractAutoDemanding {
        @Override
        public void onWebSocketText(String text) {
            try {
                fromStudio(getSession(), json.decode(text));
            } catch (MalformedMessageException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
