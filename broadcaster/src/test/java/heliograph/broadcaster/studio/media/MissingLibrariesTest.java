package heliograph.broadcaster.studio.media;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class MissingLibrariesTest {
    @Test
    void theLoadersWordsNameTheLibrary() {
        Throwable loader = new UnsatisfiedLinkError("/tmp/webrtc-java-linux-x86_64123.so: libpulse.so.0:"
                + " cannot open shared object file: No such file or directory");

        assertThat(MissingLibraries.named(new ExceptionInInitializerError(
                        new RuntimeException("Load library 'webrtc-java' failed", loader))))
                .containsExactly("libpulse.so.0");
    }

    @Test
    void anotherFailureNamesNone() {
        assertThat(MissingLibraries.named(new UnsatisfiedLinkError("no such method")))
                .isEmpty();
    }
}
