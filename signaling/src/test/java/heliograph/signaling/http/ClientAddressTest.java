package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.InetAddress;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ClientAddressTest {
    private static final String PROXY = "10.0.0.1";
    private static final long SMALL_STACK_BYTES = 256 * 1024;
    private static final List<CidrBlock> PROXIES = Stream.of("10.0.0.0/8", "fd00::/8", "::1")
            .map(CidrBlock::parse)
            .flatMap(Optional::stream)
            .toList();

    /** Behind proxies that write the first of these headers. */
    private static String of(String peer, String... headers) {
        TrustedProxies.Header written = headers.length == 0
                ? TrustedProxies.NONE.header()
                : TrustedProxies.Header.of(headers[0]).orElseThrow();
        ClientAddress clients = new ClientAddress(new TrustedProxies(PROXIES, written));
        HttpFields.Mutable fields = HttpFields.build();
        for (int i = 0; i < headers.length; i += 2) {
            fields.add(headers[i], headers[i + 1]);
        }
        return clients.of(address(peer), fields).getHostAddress();
    }

    private static InetAddress address(String text) {
        return CidrBlock.literal(text).orElseThrow();
    }

    @Test
    void whoIsNoTrustedProxyIsBelievedNothing() {
        assertThat(of("192.0.2.9", "Forwarded", "for=198.51.100.1", "X-Forwarded-For", "198.51.100.1"))
                .isEqualTo("192.0.2.9");
    }

    @Test
    void aTrustedProxyThatSaysNothingIsTheClient() {
        assertThat(of(PROXY)).isEqualTo(PROXY);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "for=198.51.100.1|198.51.100.1",
                "For=\"198.51.100.1:4711\"; proto=https;by=10.0.0.1|198.51.100.1",
                "proto=https ; for=198.51.100.1|198.51.100.1",
                "for=\"[2001:db8::1]:4711\"|2001:db8:0:0:0:0:0:1",
                "for=\"[2001:db8::1]\"|2001:db8:0:0:0:0:0:1",
                "for=203.0.113.7, for=198.51.100.1|198.51.100.1",
                "for=203.0.113.7, for=198.51.100.1, for=10.9.9.9|198.51.100.1",
                "for=203.0.113.7, for=\"198.51.100.1\", for=\"[fd00::2]\"|198.51.100.1",
                "for=10.1.1.1, for=10.2.2.2|10.1.1.1",
                "for=198.51.100.1, for=unknown|10.0.0.1",
                "for=198.51.100.1, for=_hidden|10.0.0.1",
                "for=198.51.100.1, proto=https|10.0.0.1",
                "for=198.51.100.1, for=\"|10.0.0.1",
                "for=198.51.100.1;for=198.51.100.2|10.0.0.1",
                "for=proxy.example.org|10.0.0.1",
                "\", for=198.51.100.1|198.51.100.1",
                "for=\", for=198.51.100.1|198.51.100.1",
                "for=\"\\, for=198.51.100.1, for=10.9.9.9|198.51.100.1",
                "for=\"x\\, for=\"[2001:db8::1]:4711\"|2001:db8:0:0:0:0:0:1",
                "for=\", for=198.51.100.1;host=\"a,for=203.0.113.7;x=\"|10.0.0.1",
                "for=\"\\1\\98.51.100.1\"|198.51.100.1",
                ",|10.0.0.1",
            })
    void forwardedIsReadFromTheRightForAsLongAsATrustedProxyWroteIt(String value, String client) {
        assertThat(of(PROXY, "Forwarded", value)).isEqualTo(client);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "198.51.100.1|198.51.100.1",
                " 203.0.113.7 , 198.51.100.1|198.51.100.1",
                "203.0.113.7, 198.51.100.1, 10.9.9.9|198.51.100.1",
                "2001:db8::1|2001:db8:0:0:0:0:0:1",
                "[2001:db8::1]:80|2001:db8:0:0:0:0:0:1",
                "198.51.100.1:4711|198.51.100.1",
                "::ffff:198.51.100.1|198.51.100.1",
                "198.51.100.1, localhost|10.0.0.1",
                "198.51.100.1, 1.2.3|10.0.0.1",
                "198.51.100.1,|10.0.0.1",
                "0x7f.1|10.0.0.1",
            })
    void theCustomaryHeaderIsReadInTheSameWay(String value, String client) {
        assertThat(of(PROXY, "X-Forwarded-For", value)).isEqualTo(client);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a", "\\a", ":", "1", "1.", " ", "\"", "[", ",", "for=", "f:"})
    void asMuchRubbishAsFitsIntoAHeadIsReadOnASmallStack(String piece) throws Exception {
        String much = piece.repeat(32 * 1024 / piece.length());
        List<String> values = List.of(
                much,
                much + "!",
                "for=\"" + much,
                "for=\"" + much + "\"",
                "for=\"" + much + "\"!",
                "for=\"[" + much + "]:" + much + "\"",
                "for=" + much);
        List<String> read = Collections.synchronizedList(new ArrayList<>());
        Thread reader = new Thread(
                null,
                () -> values.forEach(value -> {
                    read.add(of(PROXY, "Forwarded", value));
                    read.add(of(PROXY, "X-Forwarded-For", value));
                }),
                "small stack",
                SMALL_STACK_BYTES);
        reader.setUncaughtExceptionHandler((thread, failure) -> read.add(failure.toString()));
        reader.start();
        reader.join();
        assertThat(read).hasSize(2 * values.size()).containsOnly(PROXY);
    }

    @Test
    void aTextThatIsTooLongForAnAddressIsNone() {
        assertThat(CidrBlock.literal("0000:0000:0000:0000:0000:ffff:255.255.255.255"))
                .isPresent();
        assertThat(CidrBlock.literal("1".repeat(8192))).isEmpty();
        assertThat(CidrBlock.literal(":".repeat(8192))).isEmpty();
        assertThat(CidrBlock.parse(":".repeat(8192) + "/8")).isEmpty();
    }

    @Test
    void severalLinesAreOneList() {
        assertThat(of(PROXY, "X-Forwarded-For", "203.0.113.7", "X-Forwarded-For", "198.51.100.1"))
                .isEqualTo("198.51.100.1");
    }

    @Test
    void theHeaderThatTheProxiesDoNotWriteIsNotRead() {
        assertThat(of(PROXY, "Forwarded", "for=198.51.100.1", "X-Forwarded-For", "203.0.113.7"))
                .isEqualTo("198.51.100.1");
        assertThat(of(PROXY, "X-Forwarded-For", "198.51.100.1", "Forwarded", "for=203.0.113.7"))
                .isEqualTo("198.51.100.1");
        assertThat(of(PROXY, "X-Forwarded-For", "unknown", "Forwarded", "for=203.0.113.7"))
                .isEqualTo(PROXY);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "10.0.0.0/33",
                "::/129",
                "10.0.0.0/",
                "10.0.0.0/-1",
                "10.0.0",
                "host",
                "1.2.3.4/8/8",
                "01.2.3.4.5",
                "::1%lo",
                ":",
                "256.1.1.1"
            })
    void whatIsNoBlockIsNone(String text) {
        assertThat(CidrBlock.parse(text)).isEmpty();
    }

    @Test
    void aBlockHasTheAddressesOfItsPrefixAndNoOthers() {
        CidrBlock block = CidrBlock.parse("10.128.0.0/9").orElseThrow();
        assertThat(block.contains(address("10.255.1.1"))).isTrue();
        assertThat(block.contains(address("10.127.1.1"))).isFalse();
        assertThat(block.contains(address("::1"))).isFalse();
        assertThat(CidrBlock.parse("0.0.0.0/0").orElseThrow().contains(address("192.0.2.1")))
                .isTrue();
        assertThat(CidrBlock.parse("192.0.2.1").orElseThrow().contains(address("192.0.2.2")))
                .isFalse();
    }
}
