package heliograph.signaling.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PageHandlerTest {
    private static final long SMALL_STACK_BYTES = 256 * 1024;

    @ParameterizedTest
    @ValueSource(strings = {"/index.html", "/js/main.js", "/a.b/c.d.css", "/a-b_c.svg"})
    void aFileOfThePageHasAType(String path) {
        assertThat(PageHandler.type(path)).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "/",
                "index.html",
                "/.html",
                "/js/",
                "/js/.js",
                "/../a.js",
                "/a/../b.js",
                "//a.js",
                "/a.html/b",
                "/a.class",
                "/a.js\n",
                "/a.js/"
            })
    void nothingElseHasOne(String path) {
        assertThat(PageHandler.type(path)).isNull();
    }

    @Test
    void aPathThatFillsAHeadIsReadOnASmallStack() throws Exception {
        CompletableFuture<String> type = new CompletableFuture<>();
        Thread reader = new Thread(
                null,
                () -> {
                    assertThat(PageHandler.type("/a".repeat(16 * 1024))).isNull();
                    assertThat(PageHandler.type("/a".repeat(16 * 1024) + "!")).isNull();
                    assertThat(PageHandler.type("/" + "a.".repeat(16 * 1024) + "!"))
                            .isNull();
                    type.complete(PageHandler.type("/a".repeat(16 * 1024) + ".json"));
                },
                "small stack",
                SMALL_STACK_BYTES);
        reader.setUncaughtExceptionHandler((thread, failure) -> type.completeExceptionally(failure));
        reader.start();
        assertThat(type.get(60, TimeUnit.SECONDS)).isEqualTo("application/json");
    }
}
