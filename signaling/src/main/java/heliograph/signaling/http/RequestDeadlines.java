package heliograph.signaling.http;

import heliograph.signaling.auth.Visitor;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
import org.eclipse.jetty.server.Connector;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Cuts connections on which a request takes too long in all, or does not come. Jetty's own limit starts anew with every byte,
 * so that one byte now and then holds a connection for ever. What has become a WebSocket is no longer looked at: the room and
 * the sockets have limits of their own. Any thread; the clock is looked at on its own thread {@code connections}.
 */
final class RequestDeadlines extends Handler.Wrapper implements Connection.Listener {
    private static final long LOOKS_PER_LIMIT = 8;

    private final Duration waiting;
    private final Duration underWay;
    private final ClientAddress clients;
    private final Map<Connection, Stage> stages = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService timer;

    RequestDeadlines(Duration waiting, Duration underWay, ClientAddress clients, Handler inner) {
        super(inner);
        this.clients = clients;
        this.waiting = waiting;
        this.underWay = underWay;
    }

    /** Also of TLS: the HTTP connection is there before the handshake is done. */
    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            stages.put(connection, Stage.waiting(network(connection)));
        }
    }

    @Override
    public void onClosed(Connection connection) {
        stages.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        Stage before = stages.get(connection);
        if (before != null) {
            Stage stage = new Stage(before.network(), request, System.nanoTime());
            stages.replace(connection, stage);
            // Not when the next request has come already.
            Request.addCompletionListener(
                    request, failure -> stages.replace(connection, stage, Stage.waiting(stage.network())));
        }
        return super.handle(request, response, callback);
    }

    @Override
    protected void doStart() throws Exception {
        super.doStart();
        ScheduledExecutorService started = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "connections");
            thread.setDaemon(true);
            return thread;
        });
        long millis = Math.max(10, Math.min(waiting.toMillis(), underWay.toMillis()) / LOOKS_PER_LIMIT);
        var unused = started.scheduleWithFixedDelay(this::look, millis, millis, TimeUnit.MILLISECONDS);
        timer = started;
    }

    @Override
    protected void doStop() throws Exception {
        if (timer != null) {
            timer.shutdownNow();
        }
        super.doStop();
    }

    private void look() {
        long now = System.nanoTime();
        stages.forEach((connection, stage) -> {
            Duration limit = stage.request() == null ? waiting : underWay;
            if (now - stage.since() >= limit.toNanos()) {
                cut(connection, "a request took too long");
            }
        });
    }

    /**
     * Makes room at a door for whoever comes: of the network that has most connections there, which are no WebSockets, the one ends
     * that has waited longest, for a request or within one. A page opens such a connection anew, without a word.
     *
     * @return the network; empty where all are WebSockets, or a trusted proxy's
     */
    Optional<String> makeRoom(Connector door) {
        Map<String, List<Map.Entry<Connection, Stage>>> byNetwork = stages.entrySet().stream()
                .filter(entry -> entry.getKey() instanceof ConnectionMetaData connection
                        && connection.getConnector() == door
                        && !entry.getValue().network().isEmpty())
                .collect(Collectors.groupingBy(entry -> entry.getValue().network()));
        return byNetwork.entrySet().stream()
                .max(Comparator.comparingInt(each -> each.getValue().size()))
                .map(most -> {
                    most.getValue().stream()
                            .min(Comparator.comparingLong(
                                    each -> each.getValue().since()))
                            .ifPresent(oldest -> cut(oldest.getKey(), "others wait at the door"));
                    return most.getKey();
                });
    }

    private void cut(Connection connection, String why) {
        // Now, so that whoever comes next does not meet it once more.
        stages.remove(connection);
        connection.getEndPoint().close(new TimeoutException(why));
    }

    /** The network that it comes from; empty where that is a trusted proxy, which speaks for many, or gone. */
    private String network(Connection connection) {
        return connection.getEndPoint().getRemoteSocketAddress() instanceof InetSocketAddress remote
                        && remote.getAddress() != null
                        && !clients.isTrusted(remote.getAddress())
                ? Visitor.at(remote.getAddress()).network()
                : "";
    }

    /** Compared by identity of the request, so that a late end of one is not taken for that of the next. */
    private record Stage(String network, @Nullable Request request, long since) {
        static Stage waiting(String network) {
            return new Stage(network, null, System.nanoTime());
        }
    }
}
