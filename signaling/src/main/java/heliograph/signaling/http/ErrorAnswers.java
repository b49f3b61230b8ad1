package heliograph.signaling.http;

import java.util.Locale;
import java.util.function.BooleanSupplier;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.server.handler.ErrorHandler;
import org.eclipse.jetty.util.Callback;

/** What Jetty itself refuses, in the form that is spoken there: no page of Jetty's, no version, no stack trace. Immutable; any thread. */
final class ErrorAnswers extends ErrorHandler {
    private final BooleanSupplier vouchedFor;

    /** {@code vouchedFor} tells whether browsers trust the certificate by themselves. */
    ErrorAnswers(BooleanSupplier vouchedFor) {
        this.vouchedFor = vouchedFor;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) {
        SecurityHeaders.put(request, response, vouchedFor.getAsBoolean());
        int status = response.getStatus();
        Refusals.refuse(request, response, callback, status, code(status), HttpStatus.getMessage(status) + ".");
        return true;
    }

    private static String code(int status) {
        return HttpStatus.getMessage(status).toLowerCase(Locale.ROOT).replace(' ', '-');
    }
}
