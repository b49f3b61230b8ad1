package heliograph.signaling.http;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.BiConsumer;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.MimeTypes;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
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

    /**
     * Reads what nobody wants to know and goes on: a connection with something unread on it would have to be closed, and whoever
     * has sent the next request on it meanwhile would get no answer. Of a body over the limit nothing is read.
     */
    static void skip(Request request, Response response, int limit, Runnable then) {
        if (request.getLength() > limit) {
            response.getHeaders().put(HttpHeader.CONNECTION, "close");
            then.run();
            return;
        }
        Content.Source.consumeAll(request, Callback.from(then, failure -> then.run()));
    }

    /** More than the limit. */
    static final class TooLarge extends Exception {
        TooLarge() {
            super("the body is too large", null, false, false);
        }
    }
}
