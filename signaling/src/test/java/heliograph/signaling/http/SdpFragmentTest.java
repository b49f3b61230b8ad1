package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SdpFragmentTest {
    /** The example of RFC 9725, section 4.3.2. */
    private static final String EXAMPLE = String.join(
            "\r\n",
            "a=group:BUNDLE 0 1",
            "m=audio 9 UDP/TLS/RTP/SAVPF 111",
            "a=mid:0",
            "a=ice-ufrag:EsAw",
            "a=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1",
            "a=candidate:1387637174 1 udp 2122260223 192.0.2.1 61764 typ host generation 0 ufrag EsAw network-id 1",
            "a=candidate:473322822 1 tcp 1518280447 2001:db8::1 9 typ host tcptype active generation 0 ufrag EsAw",
            "a=candidate:3 1 udp 1 0f2c-11.local 9 typ srflx raddr 0.0.0.0 rport 0",
            "a=end-of-candidates",
            "");

    private static final String AUDIO = "m=audio 9 UDP/TLS/RTP/SAVPF 111\na=mid:0\n";
    private static final String ICE = "a=ice-ufrag:EsAw\na=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1\n";

    @Test
    void theExampleOfTheStandardIsRead() throws Exception {
        SdpFragment fragment = SdpFragment.parse(EXAMPLE);
        assertThat(fragment.credentials()).isEqualTo(new IceCredentials("EsAw", "P2uYro0UCOQ4zxjKXaWCBui1"));
        assertThat(fragment.complete()).isTrue();
        assertThat(fragment.candidateCount()).isEqualTo(3);
        assertThat(fragment.sections()).singleElement().satisfies(section -> {
            assertThat(section.mid()).isEqualTo("0");
            assertThat(section.candidates())
                    .first()
                    .isEqualTo("candidate:1387637174 1 udp 2122260223 192.0.2.1 61764 typ host generation 0 ufrag EsAw"
                            + " network-id 1");
        });
    }

    @Test
    void otherLineEndsAndUnknownAttributesAreNoMatter() throws Exception {
        SdpFragment fragment = SdpFragment.parse(EXAMPLE.replace("\r\n", "\n") + "a=new-thing:1\na=flag\n");
        assertThat(fragment).isEqualTo(SdpFragment.parse(EXAMPLE));
    }

    @Test
    void emptyLinesAreNoMatter() throws Exception {
        assertThat(SdpFragment.parse("\r\n" + EXAMPLE.replace("a=mid", "\r\na=mid") + "\r\n\n"))
                .isEqualTo(SdpFragment.parse(EXAMPLE));
    }

    @Test
    void credentialsOfTheWholeAreThoseOfEachSection() throws Exception {
        SdpFragment fragment = SdpFragment.parse(ICE + AUDIO + "m=video 9 X 96\na=mid:v\na=end-of-candidates\n");
        assertThat(fragment.sections()).extracting(SdpFragment.Section::mid).isEqualTo(List.of("0", "v"));
        // The first may still have candidates.
        assertThat(fragment.complete()).isFalse();
        assertThat(SdpFragment.parse(ICE + "a=end-of-candidates\n").complete()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "\n",
                "v=0\n" + ICE + AUDIO,
                AUDIO,
                AUDIO + "a=ice-ufrag:EsAw\n",
                AUDIO + "a=ice-ufrag:Es\na=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1\n",
                AUDIO + "a=ice-ufrag:EsAw\na=ice-pwd:tooshort\n",
                AUDIO + "a=ice-ufrag:Es w\na=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1\n",
                AUDIO + ICE + "a=ice-ufrag:EsAw\n",
                AUDIO + "a=mid:1\n" + ICE,
                AUDIO + ICE + "m=video 9 X 96\na=mid:1\na=ice-ufrag:Else\na=ice-pwd:P2uYro0UCOQ4zxjKXaWCBui1\n",
                ICE + "m=audio 9 X 111\n",
                ICE + "m=audio 9 X 111\na=mid:\n",
                ICE + "m=audio\na=mid:0\n",
                ICE + "a=candidate:1 1 udp 1 192.0.2.1 9 typ host\n",
                ICE + AUDIO + "a=candidate:1 1 udp 1 192.0.2.1\n",
                ICE + AUDIO + "a=candidate:\n",
                ICE + AUDIO + "a=candidate:1 1 udp 1 192.0.2.1 9 typ host  two-spaces\n",
                ICE + AUDIO + "a=candidate:1 1 udp 1 evil;name 9 typ host\n",
                "not a fragment"
            })
    void whatIsNoneIsRefused(String text) {
        assertThatThrownBy(() -> SdpFragment.parse(text)).isInstanceOf(MalformedFragmentException.class);
    }

    @Test
    void anAbsurdOneIsRefused() {
        assertThatThrownBy(() -> SdpFragment.parse(ICE + AUDIO.repeat(17)))
                .isInstanceOf(MalformedFragmentException.class);
        assertThatThrownBy(() -> SdpFragment.parse(ICE + AUDIO + "a=" + "x".repeat(1024)))
                .isInstanceOf(MalformedFragmentException.class);
    }

    @Test
    void thePasswordIsInNoText() throws Exception {
        assertThat(SdpFragment.parse(EXAMPLE).credentials().toString()).doesNotContain("P2uYro0UCOQ4zxjKXaWCBui1");
    }
}
