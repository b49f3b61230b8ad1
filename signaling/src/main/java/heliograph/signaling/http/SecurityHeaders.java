package heliograph.signaling.http;

import org.eclipse.jetty.http.HttpField;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.PreEncodedHttpField;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/** Puts the headers onto every answer that keep a browser from doing what the page never asks for. Immutable; any thread. */
public final class SecurityHeaders extends Handler.Wrapper {
    private static final HttpField[] FIELDS = {
        new PreEncodedHttpField(
                "Content-Security-Policy",
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; media-src 'self' blob:;"
                        + " connect-src 'self'; manifest-src 'self'; base-uri 'none'; form-action 'self';"
                        + " frame-ancestors 'none'"),
        new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
        new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
        new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
        new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
        new PreEncodedHttpField(
                "Permissions-Policy",
                "autoplay=(self), fullscreen=(self), picture-in-picture=(self), camera=(), microphone=(),"
                        + " display-capture=(), geolocation=(), payment=(), usb=(), serial=(), midi=()"),
    };

    public SecurityHeaders(Handler inner) {
        super(inner);
    }

    static void put(HttpFields.Mutable headers) {
        for (HttpField field : FIELDS) {
            headers.put(field);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        put(response.getHeaders());
        return super.handle(request, response, callback);
    }
}
