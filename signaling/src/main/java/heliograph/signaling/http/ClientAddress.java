package heliograph.signaling.http;

import heliograph.signaling.auth.Visitor;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketAddress;
import java.util.Arrays;
import java.util.HexFormat;
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
 * sent. A proxy sets one of {@code Forwarded} (RFC 7239) and {@code X-Forwarded-For} and may pass on the other as it came; so
 * where there are both, and they differ, neither is believed.
 */
public final class ClientAddress {
    private static final int IPV6_NETWORK_BYTES = 8;

    private final List<CidrBlock> trusted;

    /** With these proxies, which set or replace the header themselves. */
    public ClientAddress(List<CidrBlock> trusted) {
        this.trusted = List.copyOf(trusted);
    }

    /** Who asks. */
    public Visitor of(Request request) {
        SocketAddress remote = request.getConnectionMetaData().getRemoteSocketAddress();
        if (!(remote instanceof InetSocketAddress peer) || peer.getAddress() == null) {
            return new Visitor("an unknown address", "unknown");
        }
        InetAddress address = of(peer.getAddress(), request.getHeaders());
        return new Visitor(text(address), network(address));
    }

    InetAddress of(InetAddress peer, HttpFields headers) {
        if (!isTrusted(peer)) {
            return peer;
        }
        List<String> standard = ForwardedFor.standard(lines(headers, HttpHeader.FORWARDED));
        List<String> customary = ForwardedFor.customary(lines(headers, HttpHeader.X_FORWARDED_FOR));
        if (standard.isEmpty() || customary.isEmpty()) {
            return furthestTrusted(peer, standard.isEmpty() ? customary : standard);
        }
        InetAddress one = furthestTrusted(peer, standard);
        return one.equals(furthestTrusted(peer, customary)) ? one : peer;
    }

    /** What attempts and connections are counted by: of IPv6 the first half, because the second is the asker's to choose. */
    static String network(InetAddress address) {
        return address instanceof Inet6Address
                ? HexFormat.ofDelimiter(":").formatHex(Arrays.copyOf(address.getAddress(), IPV6_NETWORK_BYTES))
                : address.getHostAddress();
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
        return trusted.stream().anyMatch(block -> block.contains(address));
    }

    private static List<String> lines(HttpFields headers, HttpHeader header) {
        return headers.getFields(header).stream().map(field -> field.getValue()).toList();
    }

    private static String text(InetAddress address) {
        // A zone names an interface of this computer; it says nothing about who asks.
        return address.getHostAddress().replaceFirst("%.*", "");
    }
}
