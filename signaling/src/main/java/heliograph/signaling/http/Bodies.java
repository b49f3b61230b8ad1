package heliograph.signaling.http;

import java.nio.charset.StandardCharsets;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.util.Promise;
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

    /** The body as text; or {@link TooLarge}, or what the connection failed with. */
    static void read(Request request, int limit, BiConsumer<String, @Nullable Throwable> then) {
        if (request.getLength() > limit) {
            then.accept("", new TooLarge());
            return;
        }
        Content.Source.asByteArrayAsync(
                request,
                limit,
                Promise.Invocable.from(
                        InvocationType.NON_BLOCKING,
                        bytes -> then.accept(new String(bytes, StandardCharsets.UTF_8), null),
                        // That is how Jetty says that there is more than the limit.
                        failure ->
                                then.accept("", failure instanceof IllegalStateException ? new TooLarge() : failure)));
    }

    /** More than the limit. */
    static final class TooLarge extends Exception {
        TooLarge() {
            super("the body is too large", null, false, false);
        }
    }
}
