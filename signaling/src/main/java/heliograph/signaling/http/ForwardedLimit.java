package heliograph.signaling.http;

import heliograph.signaling.auth.Visitor;
import heliograph.signaling.auth.VisitorRate;
import java.nio.channels.SelectableChannel;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicBoolean;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.EndPoint;
import org.eclipse.jetty.io.SelectorManager;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Counts the requests and WebSockets that a trusted proxy forwards by whom they are forwarded for: at the accept nothing is
 * known but the proxy ({@link AddressLimit}), and one visitor behind it must not have all its places. Any thread.
 */
final class ForwardedLimit extends Handler.Wrapper implements SelectorManager.AcceptListener {
    private static final Duration RETRY = Duration.ofSeconds(5);

    private final Places places;
    private final VisitorRate rate;
    private final ClientAddress clients;
    /** Of each connection its request that is under way, or the one that made a WebSocket of it. */
    private final Map<SelectableChannel, Place> taken = new ConcurrentHashMap<>();

    ForwardedLimit(Places places, VisitorRate rate, ClientAddress clients, Handler inner) {
        super(inner);
        this.places = places;
        this.rate = rate;
        this.clients = clients;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        Optional<Visitor> visitor = clients.forwarded(request);
        SelectableChannel channel = channel(request);
        if (visitor.isEmpty() || channel == null) {
            return super.handle(request, response, callback);
        }
        if (!rate.take(visitor.get()) || !places.take(visitor.get())) {
            Refusals.tooMany(request, response, callback, RETRY);
            return true;
        }
        Place place = new Place(visitor.get());
        taken.put(channel, place);
        Request.addCompletionListener(request, failure -> {
            boolean goesOn = failure == null && response.getStatus() == HttpStatus.SWITCHING_PROTOCOLS_101;
            // A connection that closed before it was put down here is not told of again.
            if (!goesOn || !channel.isOpen()) {
                taken.remove(channel, place);
                place.leave();
            }
        });
        return super.handle(request, response, callback);
    }

    @Override
    public void onClosed(SelectableChannel channel) {
        Place place = taken.remove(channel);
        if (place != null) {
            place.leave();
        }
    }

    /** Under TLS too: its end point's transport is the one beneath. */
    private static @Nullable SelectableChannel channel(Request request) {
        Object transport = request.getConnectionMetaData().getConnection().getEndPoint();
        while (transport instanceof EndPoint beneath) {
            transport = beneath.getTransport();
        }
        return transport instanceof SelectableChannel channel ? channel : null;
    }

    /** One that is given back once, whoever does it. */
    private final class Place {
        private final Visitor visitor;
        private final AtomicBoolean left = new AtomicBoolean();

        Place(Visitor visitor) {
            this.visitor = visitor;
        }

        void leave() {
            if (left.compareAndSet(false, true)) {
                places.leave(visitor);
            }
        }
    }
}
