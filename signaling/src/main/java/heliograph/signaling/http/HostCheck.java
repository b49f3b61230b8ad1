package heliograph.signaling.http;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpStatus;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;
import org.jspecify.annotations.Nullable;

/**
 * Refuses unencrypted requests for a host that is not this one (RFC 9110, section 7.4). Otherwise a page elsewhere could give its own name our
 * address (DNS rebinding) and, in a browser on this computer, pass for us. Addresses in figures cannot be given away so, and
 * over TLS the certificate stands in the way. Any thread.
 */
final class HostCheck extends Handler.Wrapper {
    private static final Pattern IN_FIGURES = Pattern.compile("\\[.*]|[0-9.]++|[0-9a-f.]*+:[0-9a-f:.]*+");

    private final Set<String> hosts;

    /** {@code hosts} are the names, in small letters, that are known to be ours. */
    HostCheck(Set<String> hosts, Handler inner) {
        super(inner);
        this.hosts = Set.copyOf(hosts);
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.isSecure() || isOurs(Request.getServerName(request))) {
            return super.handle(request, response, callback);
        }
        Refusals.refuse(
                request,
                response,
                callback,
                HttpStatus.MISDIRECTED_REQUEST_421,
                "misdirected-request",
                "This server does not go by that name; its operator can allow it with --allowed-origin.");
        return true;
    }

    /** {@code name} is null where the target has no authority and the header {@code Host} is empty. */
    private boolean isOurs(@Nullable String name) {
        if (name == null) {
            return false;
        }
        String host = name.toLowerCase(Locale.ROOT);
        return IN_FIGURES.matcher(host).matches()
                || host.equals("localhost")
                || host.endsWith(".localhost")
                || hosts.contains(host);
    }
}
