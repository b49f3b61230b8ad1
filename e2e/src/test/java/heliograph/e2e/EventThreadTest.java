package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.FakeCamera;
import heliograph.rig.FakeMicrophone;
import heliograph.rig.Fault;
import heliograph.rig.Hand;
import heliograph.rig.Rig;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.time.Duration;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.AutoClose;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/** Whatever happens, the window answers. */
@Isolated("it takes the time")
class EventThreadTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int LONGEST_MS = 100;
    private static final int AT_ONCE = 10;
    private static final Pattern SECOND =
            Pattern.compile(WatchedDesk.LINE.replaceFirst("%d", "(\\\\d+)").replaceFirst("%d", "(\\\\d+)"));
    private static final Pattern STUDIO = Pattern.compile("studio: started as process");

    @AutoClose
    private static final Rig rig = Rig.start();

    private final Hand hand = new Hand(rig.environment());
    private int told;

    @Test
    void nothingHoldsTheEventThreadWhileDevicesHangTheStudioDiesAndTwoHundredViewersComeAndGo() throws IOException {
        List<String> sources = List.of("--camera", FakeCamera.A.name(), "--microphone", FakeMicrophone.A.name());
        // It is the window that is looked at, and not how much the machine can send.
        List<String> little = List.of("--size", "320x240", "--bitrate", "200", "--path", "relay");
        List<String> options = Stream.of(
                        sources, little, List.of("--https-port", "none", "--max-viewers", "250", "--start"))
                .flatMap(List::stream)
                .toList();
        try (App app = App.inWindow(rig, WatchedDesk.class.getName(), options)) {
            await("on air")
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(log(app)).contains("studio: on air"));
            // The first layout, and classes that are loaded for it, are the start.
            int sofar = seconds(app, 0).size();
            told = seconds(app, sofar + 3).size();

            try (CountingViewers viewers = CountingViewers.of(app)) {
                for (int there = 0; there < 200; there += AT_ONCE) {
                    viewers.join(AT_ONCE);
                }
                looked(app, "viewers come");
                viewers.leave(150);
                looked(app, "viewers go");

                rig.fault(FakeCamera.A, Fault.STALL);
                hand.pressAlt('H');
                looked(app, "a camera gives no pictures");
                rig.fault(FakeCamera.A, Fault.NONE);

                long before = studios(app);
                signal(app.studio(), "STOP");
                hand.pressAlt('H');
                looked(app, "devices hang, and the studio with them");
                await("another studio").atMost(LIMIT).until(() -> studios(app) > before);
                signal(app.studio(), "KILL");
                await("yet another studio").atMost(LIMIT).until(() -> studios(app) > before + 1);
                looked(app, "the studio is dead");
            }
            hand.pressAlt('X');
            looked(app, "the question");
        }
    }

    /** In two more seconds, and since the last look, nothing took long. */
    private void looked(App app, String when) {
        List<MatchResult> all = seconds(app, told + 2);
        List<MatchResult> now = all.subList(told, all.size());
        told = all.size();
        assertThat(now.stream().mapToInt(it -> Integer.parseInt(it.group(1))).sum())
                .as("events")
                .isPositive();
        assertThat(now)
                .as(when + "; the program said:\n" + app.output())
                .allSatisfy(it -> assertThat(Integer.parseInt(it.group(2))).isLessThanOrEqualTo(LONGEST_MS));
    }

    private static List<MatchResult> seconds(App app, int least) {
        return await("the next second")
                .atMost(LIMIT)
                .until(() -> SECOND.matcher(app.output()).results().toList(), it -> it.size() >= least);
    }

    private static long studios(App app) {
        return STUDIO.matcher(log(app)).results().count();
    }

    /** A file, where there is a window. */
    private static String log(App app) {
        try {
            return Files.readString(app.data().resolve("heliograph.log"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void signal(ProcessHandle process, String name) throws IOException {
        new ProcessBuilder("kill", "-" + name, String.valueOf(process.pid()))
                .inheritIO()
                .start()
                .onExit()
                .join();
    }
}
