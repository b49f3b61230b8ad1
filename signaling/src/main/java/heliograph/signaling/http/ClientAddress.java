package heliograph.signaling.http;

import heliograph.signaling.auth.Visitor;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.List;
import java.util.Optional;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.server.Request;

/**
 * Where a request comes from: its peer, or, where that is a trusted proxy, whom it says that it forwards for. Immutable; any
 * thread.
 *
 * <p>From the right, hop by hop, for as long as a trusted proxy has written it: what stands further left anybody could have
 * sent. A proxy writes one of {@code Forwarded} (RFC 7239) and {@code X-Forwarded-For} and may pass on the other as it came, so
 * the one that the operator named is read and the other never.
 */
public final class ClientAddress {
    private final TrustedProxies trusted;

    /** With these proxies, which set or replace the header themselves. */
    public ClientAddress(TrustedProxies trusted) {
        this.trusted = trusted;
    }

    /** Who asks. */
    public Visitor of(Request request) {
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        if (!(remote instanceof InetSocketAddress peer) || peer.getAddress() == null) {
            return Visitor.unknown();
        }
        return Visitor.at(of(peer.getAddress(), request.getHeaders()));
    }

    /**
     * For whom a trusted proxy forwards a request; empty where there is none between. Where it names nobody that is the proxy
     * itself: all whom nobody names are counted as one, since who is not counted at all would be bounded by nothing.
     */
    Optional<Visitor> forwarded(Request request) {
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        return remote instanceof InetSocketAddress peer && peer.getAddress() != null && isTrusted(peer.getAddress())
                ? Optional.of(Visitor.at(of(peer.getAddress(), request.getHeaders())))
                : Optional.empty();
    }

    InetAddress of(InetAddress peer, HttpFields headers) {
        if (!isTrusted(peer)) {
            return peer;
        }
        return furthestTrusted(
                peer,
                switch (trusted.header()) {
                    case FORWARDED -> ForwardedFor.standard(lines(headers, HttpHeader.FORWARDED));
                    case X_FORWARDED_FOR -> ForwardedFor.customary(lines(headers, HttpHeader.X_FORWARDED_FOR));
                });
    }

    private InetAddress furthestTrusted(InetAddress peer, List<String> hops) {
        InetAddress address = peer;
        for (int i = hops.size() - 1; i >= 0 && isTrusted(address); i--) {
            Optional<InetAddress> before = CidrBlock.literal(hops.get(i));
            if (before.isEmpty()) {
                // "unknown", a secret name, or garbage: no more is known than the proxy that says so.
                return address;
            }
            address = before.get();
        }
        return address;
    }

    /** Whether it is a trusted proxy. */
    boolean isTrusted(InetAddress address) {
        return trusted.contain(address);
    }

    private static List<String> lines(HttpFields headers, HttpHeader header) {
        return headers.getFields(header).stream().map(field -> field.getValue()).toList();
    }
}
