package heliograph.signaling.http;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.eclipse.jetty.io.Connection;
import org.eclipse.jetty.server.ConnectionMetaData;
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
    private final Map<Connection, Stage> stages = new ConcurrentHashMap<>();
    private @Nullable ScheduledExecutorService timer;

    RequestDeadlines(Duration waiting, Duration underWay, Handler inner) {
        super(inner);
        this.waiting = waiting;
        this.underWay = underWay;
    }

    /** Also of TLS: the HTTP connection is there before the handshake is done. */
    @Override
    public void onOpened(Connection connection) {
        if (connection instanceof ConnectionMetaData) {
            stages.put(connection, Stage.waiting());
        }
    }

    @Override
    public void onClosed(Connection connection) {
        stages.remove(connection);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Connection connection = request.getConnectionMetaData().getConnection();
        Stage stage = new Stage(request, System.nanoTime());
        if (stages.replace(connection, stage) != null) {
            // Not when the next request has come already.
            Request.addCompletionListener(request, failure -> stages.replace(connection, stage, Stage.waiting()));
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
                connection.getEndPoint().close(new TimeoutException("a request took too long"));
            }
        });
    }

    /** Compared by identity of the request, so that a late end of one is not taken for that of the next. */
    private record Stage(@Nullable Request request, long since) {
        static Stage waiting() {
            return new Stage(null, System.nanoTime());
        }
    }
}
