package heliograph.signaling.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/** The viewer's page, from the class path. Any thread; a file is read once and kept. */
public final class PageHandler extends Handler.Abstract {
    private static final String ROOT = "heliograph/web";
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("html", "text/html; charset=utf-8"),
            Map.entry("css", "text/css; charset=utf-8"),
            Map.entry("js", "text/javascript; charset=utf-8"),
            Map.entry("mjs", "text/javascript; charset=utf-8"),
            Map.entry("json", "application/json"),
            Map.entry("webmanifest", "application/manifest+json"),
            Map.entry("svg", "image/svg+xml"),
            Map.entry("png", "image/png"),
            Map.entry("ico", "image/x-icon"),
            Map.entry("txt", "text/plain; charset=utf-8"),
            Map.entry("woff2", "font/woff2"));

    /**
     * Names that begin with a letter or a digit; with an ending from above neither {@code ..} nor a folder can be asked for.
     * Possessive: a long path takes neither stack nor time.
     */
    private static final Pattern PATH = Pattern.compile("(?:/[A-Za-z0-9][A-Za-z0-9._-]*+)++");

    private final Map<String, File> files = new ConcurrentHashMap<>();

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws IOException {
        String method = request.getMethod();
        File file = find(request.getHttpURI().getCanonicalPath());
        if (file == null) {
            Answers.error(response, callback, HttpStatus.NOT_FOUND_404, "not-found", "There is nothing here.");
        } else if (!method.equals("GET") && !method.equals("HEAD")) {
            response.getHeaders().put(HttpHeader.ALLOW, "GET, HEAD");
            Answers.error(response, callback, HttpStatus.METHOD_NOT_ALLOWED_405, "method-not-allowed", "GET or HEAD.");
        } else {
            write(request, response, callback, file);
        }
        return true;
    }

    private static void write(Request request, Response response, Callback callback, File file) {
        response.getHeaders().put(HttpHeader.ETAG, file.etag());
        // Asked for again each time, and sent again only when it changed: an update is seen at once.
        response.getHeaders().put(HttpHeader.CACHE_CONTROL, "no-cache");
        if (request.getHeaders().getValuesList(HttpHeader.IF_NONE_MATCH).contains(file.etag())) {
            response.setStatus(HttpStatus.NOT_MODIFIED_304);
            response.write(true, null, callback);
            return;
        }
        response.getHeaders().put(HttpHeader.CONTENT_TYPE, file.type());
        response.getHeaders().put(HttpHeader.CONTENT_LENGTH, file.bytes().length);
        boolean head = request.getMethod().equals("HEAD");
        response.write(true, head ? null : ByteBuffer.wrap(file.bytes()), callback);
    }

    private @Nullable File find(@Nullable String path) throws IOException {
        if (path == null) {
            return null;
        }
        String name = path.equals("/") ? "/index.html" : path;
        File kept = files.get(name);
        if (kept != null) {
            return kept;
        }
        String type = type(name);
        if (type == null) {
            return null;
        }
        try (InputStream stream = PageHandler.class.getClassLoader().getResourceAsStream(ROOT + name)) {
            if (stream == null) {
                return null;
            }
            byte[] bytes = stream.readAllBytes();
            File file = new File(bytes, type, etag(bytes));
            files.put(name, file);
            return file;
        }
    }

    /** Of the file that a path may ask for; null for any other path. */
    static @Nullable String type(String path) {
        return PATH.matcher(path).matches() ? TYPES.get(path.substring(path.lastIndexOf('.') + 1)) : null;
    }

    private static String etag(byte[] bytes) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
            return '"' + HexFormat.of().formatHex(digest, 0, 12) + '"';
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Compared by identity only, so that an array is no trouble. */
    private static final class File {
        private final byte[] bytes;
        private final String type;
        private final String etag;

        File(byte[] bytes, String type, String etag) {
            this.bytes = bytes;
            this.type = type;
            this.etag = etag;
        }

        byte[] bytes() {
            return bytes;
        }

        String type() {
            return type;
        }

        String etag() {
            return etag;
        }
    }
}
