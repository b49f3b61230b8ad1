package heliograph.signaling.http;

import java.net.InetAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The reverse proxies that are believed whom they forward for, and where they say it. Immutable; any thread.
 *
 * @param blocks their addresses
 * @param header the one that all of them write; any other comes from who knows whom
 */
public record TrustedProxies(List<CidrBlock> blocks, Header header) {
    /** None. */
    public static final TrustedProxies NONE = new TrustedProxies(List.of(), Header.X_FORWARDED_FOR);

    /** Where a proxy says whom it forwards for. */
    public enum Header {
        /** What nearly all proxies write. */
        X_FORWARDED_FOR("X-Forwarded-For"),
        /** RFC 7239. */
        FORWARDED("Forwarded");

        private final String text;

        Header(String text) {
            this.text = text;
        }

        /** The one of that name, in whatever letters. */
        public static Optional<Header> of(String name) {
            return Arrays.stream(values())
                    .filter(header -> header.text.equalsIgnoreCase(name))
                    .findFirst();
        }

        @Override
        public String toString() {
            return text;
        }
    }

    public TrustedProxies {
        blocks = List.copyOf(blocks);
    }

    /** Whether this is one of them. */
    boolean contain(InetAddress address) {
        return blocks.stream().anyMatch(block -> block.contains(address));
    }
}
