package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WebOriginTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://cam.example.org",
                "http://cam.example.org:8080",
                "http://my-host",
                "https://192.0.2.1",
                "https://[2001:db8::1]:8443"
            })
    void anOriginHasASchemeAndAHost(String text) {
        assertThat(WebOrigin.parse(text)).contains(text);
        assertThat(URI.create(text).getHost()).isNotNull();
    }

    @Test
    void itIsWrittenInSmallLetters() {
        assertThat(WebOrigin.parse("HTTPS://Cam.Example.org")).contains("https://cam.example.org");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "*",
                "null",
                "cam.example.org",
                "ftp://cam.example.org",
                "https://cam.example.org/",
                "https://anna@cam.example.org",
                "http://my_host",
                "http://-host",
                "http://a..b",
                "http://...",
                "http://[::::]",
                "http://cam.example.org:99999"
            })
    void whatNoBrowserWouldSendOrNoHostIsCalledIsNone(String text) {
        assertThat(WebOrigin.parse(text)).isEmpty();
    }
}
