package heliograph.signaling;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.protocol.Message;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The server as {@code whep-check} sees it, in a process of its own; without media, which it does not ask for. */
class WhepClausesTest extends WithServer {
    private static final String MAIN = "heliograph.whepcheck.Main";

    private final AtomicInteger answers = new AtomicInteger();

    @Test
    void everyClauseIsKeptWhileSomethingIsOnAir() throws Exception {
        try (FakeBroadcaster broadcaster = t.onAir()) {
            Thread answering = new Thread(() -> answerAll(broadcaster), "broadcaster");
            answering.start();
            List<String> findings = findings();
            answering.interrupt();
            answering.join();
            assertThat(findings).noneMatch(line -> line.startsWith("FAIL"));
            assertThat(findings.stream().filter(line -> line.startsWith("SKIP")))
                    .singleElement()
                    .asString()
                    .contains("HTTPS is used");
            // Seven sessions, and of three ICE restarts one for itself, and two that overlap.
            assertThat(answers.get()).isEqualTo(10);
        }
    }

    @Test
    void everyClauseThatCanBeReachedIsKeptOffAir() throws Exception {
        assertThat(findings())
                .noneMatch(line -> line.startsWith("FAIL"))
                .anyMatch(line -> line.startsWith("PASS") && line.contains("409 says when to try again"));
    }

    private List<String> findings() throws Exception {
        ProcessBuilder builder = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-cp",
                        System.getProperty("java.class.path"),
                        MAIN,
                        t.uri("/whep").toString(),
                        "--token",
                        "-")
                .redirectErrorStream(true);
        Process process = builder.start();
        try (Stream<String> lines = process.inputReader(StandardCharsets.UTF_8).lines()) {
            process.outputWriter(StandardCharsets.UTF_8).append(t.viewerToken()).close();
            List<String> findings = lines.toList();
            assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
            assertThat(process.exitValue()).as(String.join("\n", findings)).isZero();
            return findings;
        } finally {
            process.destroyForcibly();
        }
    }

    private void answerAll(FakeBroadcaster broadcaster) {
        try {
            while (true) {
                if (broadcaster.client.next() instanceof Message.Offer offer) {
                    String ufrag = "answer" + answers.incrementAndGet();
                    broadcaster.client.say(new Message.Answer(offer.session(), sdp(ufrag, offer.sdp())));
                    broadcaster.client.say(new Message.Candidate(
                            offer.session(), FakeBroadcaster.CANDIDATE + " ufrag " + ufrag, "0", 0));
                    broadcaster.client.say(new Message.Candidate(offer.session(), "", null, null));
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** What libwebrtc would say, less what does not matter here. */
    private static String sdp(String ufrag, String offer) {
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n"
                + section("audio", "0", ufrag, offer)
                + section("video", "1", ufrag, offer);
    }

    private static String section(String kind, String mid, String ufrag, String offer) {
        String role = offer.contains("a=setup:active") ? "passive" : "active";
        return "m=" + kind + " 9 UDP/TLS/RTP/SAVPF 96\r\na=ice-ufrag:" + ufrag + "\r\na=ice-pwd:0123456789012345"
                + ufrag + "\r\na=ice-options:trickle\r\na=fingerprint:sha-256 00\r\na=setup:" + role + "\r\na=mid:"
                + mid
                + "\r\na=sendonly\r\na=msid:heliograph " + kind + "\r\na=rtcp-mux\r\n";
    }
}
