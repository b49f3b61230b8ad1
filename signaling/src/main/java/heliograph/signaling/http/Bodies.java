package heliograph.signaling.http;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.thread.Invocable;
import org.eclipse.jetty.util.thread.Invocable.InvocationType;
import org.jspecify.annotations.Nullable;

/** Reads a request's body, up to a limit. Holds nothing; any thread. */
final class Bodies {
    private Bodies() {}

    /** Whether the body is of that type, whatever its parameters. */
    static boolean isOf(Request request, String type) {
        String given = request.getHeaders().get(HttpHeader.CONTENT_TYPE);
        return given != null
                && type.equalsIgnoreCase(
                        MimeTypes.getContentTypeWithoutCharset(given).trim());
    }

    /** Whether an answer of that type would be taken (RFC 9110, section 12.5.1); everything is by who does not say. */
    static boolean isAccepted(Request request, String type) {
        List<String> accepted = request.getHeaders().getQualityCSV(HttpHeader.ACCEPT);
        String family = type.substring(0, type.indexOf('/')) + "/*";
        return accepted.isEmpty()
                ? !request.getHeaders().contains(HttpHeader.ACCEPT)
                : accepted.stream()
                        .map(range -> range.split(";", 2)[0].trim())
                        .anyMatch(range ->
                                range.equals("*/*") || range.equalsIgnoreCase(family) || range.equalsIgnoreCase(type));
    }

    /** The body as text; or {@link TooLarge}, as soon as that is known, or what the connection failed with. */
    static void read(Request request, int limit, BiConsumer<String, @Nullable Throwable> then) {
        if (request.getLength() > limit) {
            then.accept("", new TooLarge());
        } else {
            new Reading(request, limit, then).run();
        }
    }

    /** One body; called again whenever there is more of it. Not Jetty's own, which fails a request that is too large for good. */
    private static final class Reading implements Runnable, Invocable {
        private final Request request;
        private final int limit;
        private final BiConsumer<String, @Nullable Throwable> then;
        private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        Reading(Request request, int limit, BiConsumer<String, @Nullable Throwable> then) {
            this.request = request;
            this.limit = limit;
            this.then = then;
        }

        @Override
        public void run() {
            while (true) {
                Content.Chunk chunk = request.read();
                if (chunk == null) {
                    request.demand(this);
                    return;
                }
                if (Content.Chunk.isFailure(chunk)) {
                    then.accept("", chunk.getFailure());
                    return;
                }
                boolean isTooLarge = bytes.size() + chunk.remaining() > limit;
                boolean isLast = chunk.isLast();
                if (!isTooLarge) {
                    bytes.writeBytes(BufferUtil.toArray(chunk.getByteBuffer()));
                }
                chunk.release();
                if (isTooLarge) {
                    then.accept("", new TooLarge());
                    return;
                }
                if (isLast) {
                    then.accept(bytes.toString(StandardCharsets.UTF_8), null);
                    return;
                }
            }
        }

        @Override
        public InvocationType getInvocationType() {
            return InvocationType.NON_BLOCKING;
        }
    }

    /** More than the limit. */
    static final class TooLarge extends Exception {
        TooLarge() {
            super("the body is too large", null, false, false);
        }
    }
}
