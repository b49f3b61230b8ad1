package heliograph.signaling.http;

import java.nio.ByteBuffer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/**
 * Reads on, and throws away, what still comes of a request that has been answered before it was read to its end. A connection that
 * is closed with something unread on it is reset, and a reset takes the answer with it before its reader has seen it (RFC 9112,
 * section 9.6). The answer is not kept back for that: it goes out at once, and says {@code Connection: close} where nobody knows
 * that the rest is small. How long the rest may take is {@link RequestDeadlines}' to say. Immutable; any thread; waits for nothing.
 */
final class LingeringClose extends Handler.Wrapper {
    /** So much is read of what nobody wants; whoever sends more is reset. */
    static final long MOST_BYTES = 1 << 20;

    /** The largest body after which the connection is kept for the next request. */
    static final long MOST_BYTES_TO_STAY = 64 * 1024;

    LingeringClose(Handler inner) {
        super(inner);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (!hasBody(request)) {
            return super.handle(request, response, callback);
        }
        Body body = new Body(request);
        Callback then =
                Callback.from(InvocationType.NON_BLOCKING, () -> body.end(response, callback), callback::failed);
        return super.handle(body, new Answer(body, response), then);
    }

    /** RFC 9112, section 6. */
    private static boolean hasBody(Request request) {
        return request.getLength() > 0 || request.getHeaders().contains(HttpHeader.TRANSFER_ENCODING);
    }

    /** A request of which it is known how far it has been read; by one thread at a time, as Jetty calls. */
    private static final class Body extends Request.Wrapper {
        private volatile boolean begun;
        private volatile boolean ended;

        Body(Request request) {
            super(request);
        }

        @Override
        public Content.@Nullable Chunk read() {
            begun = true;
            Content.Chunk chunk = super.read();
            ended |= chunk != null && (chunk.isLast() || Content.Chunk.isFailure(chunk));
            return chunk;
        }

        /** Whether the connection is of no use when this has been answered now. */
        boolean isTooMuch() {
            return !ended && (getLength() < 0 || getLength() > MOST_BYTES_TO_STAY);
        }

        /** Reads what is left of it, and then ends the request. */
        void end(Response response, Callback callback) {
            boolean isUpgrade = response.getStatus() == HttpStatus.SWITCHING_PROTOCOLS_101;
            // Who has asked whether to send it (RFC 9110, section 10.1.1), and was not told to, does not send it.
            boolean isHeldBack = !begun && getHeaders().contains(HttpHeader.EXPECT);
            if (ended || isUpgrade || isHeldBack) {
                callback.succeeded();
            } else {
                new Rest(this, callback).run();
            }
        }

        boolean hasEnded() {
            return ended;
        }
    }

    /** What is left of one body, on its way to nowhere; called again whenever there is more of it. */
    private static final class Rest implements Runnable, Invocable {
        private final Body body;
        private final Callback callback;
        private long bytes;

        Rest(Body body, Callback callback) {
            this.body = body;
            this.callback = callback;
        }

        @Override
        public void run() {
            while (!body.hasEnded() && bytes < MOST_BYTES) {
                Content.Chunk chunk = body.read();
                if (chunk == null) {
                    body.demand(this);
                    return;
                }
                bytes += chunk.remaining();
                chunk.release();
            }
            callback.succeeded();
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    /** Says whether the connection stays, as late as it can be said. */
    private static final class Answer extends Response.Wrapper {
        private final Body body;

        Answer(Body body, Response response) {
            super(body, response);
            this.body = body;
        }

        @Override
        public void write(boolean last, @Nullable ByteBuffer content, Callback callback) {
            if (!isCommitted() && body.isTooMuch()) {
                getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
            }
            super.write(last, content, callback);
        }
    }
}
