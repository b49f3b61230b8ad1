package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import java.math.BigInteger;
import java.net.InetAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.eclipse.jetty.http.HttpFields;

/** Who somebody is that sends what proxies send. */
class ClientAddressFuzzTest {
    private static final InetAddress PROXY = literal("10.0.0.1");
    private static final InetAddress STRANGER = literal("198.51.100.7");
    private static final String STANDARD = "Forwarded";
    private static final String CUSTOMARY = "X-Forwarded-For";

    private static final List<CidrBlock> PROXIES =
            List.of(CidrBlock.parse("10.0.0.0/8").orElseThrow());

    /** The input is what the stranger sends; the proxy puts the stranger's true address behind it, in one of the usual ways. */
    @FuzzTest
    void nobodyPassesForAnotherByWhatHeSends(byte[] input) {
        String sent = new String(input, StandardCharsets.ISO_8859_1).replaceAll("[\\x00-\\x1f\\x7f]", " ");
        String node = "for=" + STRANGER.getHostAddress();
        String quoted = "for=\"" + STRANGER.getHostAddress() + ":4711\";proto=https";
        String address = STRANGER.getHostAddress();

        assertThat(of(STRANGER, STANDARD, sent, CUSTOMARY, sent)).isEqualTo(STRANGER);
        assertThat(of(PROXY, STANDARD, sent, STANDARD, node)).isEqualTo(STRANGER);
        assertThat(of(PROXY, CUSTOMARY, sent, CUSTOMARY, address)).isEqualTo(STRANGER);
        assertThat(of(PROXY, CUSTOMARY, sent + ", " + address)).isEqualTo(STRANGER);
        assertThat(of(PROXY, STANDARD, sent + ", " + node)).isEqualTo(STRANGER);
        assertThat(of(PROXY, STANDARD, sent + "," + quoted)).isEqualTo(STRANGER);
        assertThat(of(PROXY, STANDARD, sent + ", " + node + ", for=10.0.0.2")).isEqualTo(STRANGER);
        // The header that the proxy does not write, and passes on.
        assertThat(of(PROXY, CUSTOMARY, address, STANDARD, sent)).isEqualTo(STRANGER);
        assertThat(of(PROXY, STANDARD, node, CUSTOMARY, sent)).isEqualTo(STRANGER);
    }

    /** The input is a block, a line's end, and an address. */
    @FuzzTest
    void aBlockHasTheAddressesThatBeginAsItDoes(byte[] input) {
        String[] lines = new String(input, StandardCharsets.ISO_8859_1).split("\n", 2);
        CidrBlock.parse(lines[0]).ifPresent(block -> {
            assertThat(lines[0]).matches("[0-9a-fA-F:.]+(/[0-9]{1,3})?");
            assertThat(block.contains(block.address())).isTrue();
            if (lines.length == 2) {
                CidrBlock.literal(lines[1])
                        .ifPresent(
                                address -> assertThat(block.contains(address)).isEqualTo(beginsAlike(block, address)));
            }
        });
    }

    private static boolean beginsAlike(CidrBlock block, InetAddress address) {
        byte[] bytes = address.getAddress();
        int rest = bytes.length * 8 - block.prefix();
        return block.address().getAddress().length == bytes.length
                && new BigInteger(1, bytes)
                        .shiftRight(rest)
                        .equals(new BigInteger(1, block.address().getAddress()).shiftRight(rest));
    }

    /** Behind proxies that write the first of these headers. */
    private static InetAddress of(InetAddress peer, String... headers) {
        HttpFields.Mutable fields = HttpFields.build();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(headers[i], headers[i + 1]);
        }
        TrustedProxies.Header written = TrustedProxies.Header.of(headers[0]).orElseThrow();
        return new ClientAddress(new TrustedProxies(PROXIES, written)).of(peer, fields);
    }

    private static InetAddress literal(String text) {
        return CidrBlock.literal(text).orElseThrow();
    }
}
