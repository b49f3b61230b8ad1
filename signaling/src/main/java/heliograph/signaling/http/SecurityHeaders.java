package heliograph.signaling.http;

import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpField;
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
                // Of this origin are its WebSocket (CSP 3, section 6.7.2.8) and nothing else; the picture is no URL.
                "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self';"
                        + " object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none';"
                        + " require-trusted-types-for 'script'; trusted-types 'none'"),
        new PreEncodedHttpField("X-Content-Type-Options", "nosniff"),
        new PreEncodedHttpField("Referrer-Policy", "no-referrer"),
        new PreEncodedHttpField("Cross-Origin-Opener-Policy", "same-origin"),
        new PreEncodedHttpField("Cross-Origin-Resource-Policy", "same-origin"),
        new PreEncodedHttpField(
                "Permissions-Policy",
                "autoplay=(self), fullscreen=(self), picture-in-picture=(self), accelerometer=(), camera=(),"
                        + " clipboard-read=(), clipboard-write=(), display-capture=(), encrypted-media=(), gamepad=(),"
                        + " geolocation=(), gyroscope=(), hid=(), idle-detection=(), keyboard-map=(), local-fonts=(),"
                        + " magnetometer=(), microphone=(), midi=(), payment=(), publickey-credentials-get=(),"
                        + " screen-wake-lock=(), serial=(), storage-access=(), sync-xhr=(), usb=(), web-share=(),"
                        + " window-management=(), xr-spatial-tracking=()"),
    };

    /** RFC 6797. For half a year; without sub-domains, which are none of ours. */
    private static final HttpField STRICT_TRANSPORT =
            new PreEncodedHttpField("Strict-Transport-Security", "max-age=15768000");

    private final BooleanSupplier vouchedFor;

    /** {@code vouchedFor} tells whether browsers trust the certificate by themselves. */
    public SecurityHeaders(BooleanSupplier vouchedFor, Handler inner) {
        super(inner);
        this.vouchedFor = vouchedFor;
    }

    /** {@code vouchedFor}: browsers trust the certificate by themselves, so that they may be told never to come without it. */
    static void put(Request request, Response response, boolean vouchedFor) {
        for (HttpField field : FIELDS) {
            response.getHeaders().put(field);
        }
        // The connection's word: of a head that could not be read the request itself knows nothing.
        if (request.getConnectionMetaData().isSecure() && vouchedFor) {
            response.getHeaders().put(STRICT_TRANSPORT);
        }
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        put(request, response, vouchedFor.getAsBoolean());
        return super.handle(request, response, callback);
    }
}
