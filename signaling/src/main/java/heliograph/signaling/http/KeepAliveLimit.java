package heliograph.signaling.http;

import java.net.InetSocketAddress;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.http.HttpHeaderValue;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.Callback;

/**
 * Ends a connection with the answer to its so manieth request (RFC 9112, section 9.6): new ones are counted ({@link AddressLimit}), and
 * whoever kept one could ask as fast as the server answers. A trusted proxy keeps its connections for many. Any thread.
 */
final class KeepAliveLimit extends Handler.Wrapper {
    private final int most;
    private final ClientAddress clients;

    KeepAliveLimit(int most, ClientAddress clients, Handler inner) {
        super(inner);
        this.most = most;
        this.clients = clients;
    }

    @Override
    public boolean handle(Request request, Response response, Callback callback) throws Exception {
        if (request.getConnectionMetaData().getConnection().getMessagesIn() >= most && !isFromProxy(request)) {
            response.getHeaders().put(HttpHeader.CONNECTION, HttpHeaderValue.CLOSE.asString());
        }
        return super.handle(request, response, callback);
    }

    private boolean isFromProxy(Request request) {
        return request.getConnectionMetaData().getRemoteSocketAddress() instanceof InetSocketAddress remote
                && remote.getAddress() != null
                && clients.isTrusted(remote.getAddress());
    }
}
