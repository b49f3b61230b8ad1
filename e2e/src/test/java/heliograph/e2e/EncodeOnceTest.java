package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.bench.receiver.Reception;
import heliograph.rig.Rig;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Isolated;

/**
 * Twenty relay viewers of one program, who count every frame, while others come and go, strangers send, and the studio is killed.
 * {@code -Dheliograph.joins=500 -Dheliograph.strangers=100000} makes it long.
 */
@Isolated("its figures are measured")
class EncodeOnceTest {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final int VIEWERS = 20;
    private static final int JOINS = Integer.getInteger("heliograph.joins", 20);
    /** On a busy machine more would keep each other from reaching the relay in its two seconds. */
    private static final int AT_ONCE = 5;

    private static final int STRANGERS = Integer.getInteger("heliograph.strangers", 20_000);

    private static Rig rig;
    private static App app;
    private static CountingViewers viewers;

    @BeforeAll
    static void start() {
        rig = Rig.start();
        app = App.start(rig, "--camera", "test", "--microphone", "test", "--path", "relay");
        app.awaitOutput(" INFO desk: On air");
        viewers = CountingViewers.of(app);
        for (int joined = 0; joined < VIEWERS; joined += AT_ONCE) {
            viewers.join(AT_ONCE);
        }
    }

    @AfterAll
    static void end() {
        viewers.close();
        app.close();
        rig.close();
    }

    @Test
    void whoeverComesAndGoesTakesNoFrameFromThoseWhoStayAndLeavesNothingBehind() {
        try (CountingViewers others = CountingViewers.of(app)) {
            comeAndGo(others, 2 * AT_ONCE);
            Footprint before = Footprint.of(app.desk());
            viewers.take();

            comeAndGo(others, JOINS);

            assertNothingLost("joins and leaves", viewers.take());
            // The others' HTTP connections stay, and threads that may be needed: a few more or less.
            await("the desk's sockets")
                    .atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(Footprint.sockets(app.desk())).isLessThan(before.sockets() + 2 * AT_ONCE));
            await("the desk's threads")
                    .atMost(LIMIT)
                    .untilAsserted(
                            () -> assertThat(Footprint.threads(app.desk())).isLessThan(before.threads() + 2 * AT_ONCE));
            Footprint after = Footprint.of(app.desk());
            Figures.put("joins and leaves: heap in use before (MiB)", before.heap());
            Figures.put("joins and leaves: heap in use after (MiB)", after.heap());
            Figures.put("joins and leaves: threads before", before.threads());
            Figures.put("joins and leaves: threads after", after.threads());
            Figures.put("joins and leaves: sockets before", before.sockets());
            Figures.put("joins and leaves: sockets after", after.sockets());
            // What one viewer left behind would be more, were it kept each time.
            assertThat(after.heap()).isLessThan(before.heap() + 8 + JOINS * 0.02);
        }
    }

    @Test
    void whatStrangersSendIsNoticedByNobody() {
        viewers.take();

        viewers.strangersSend(STRANGERS);

        assertNothingLost("strangers' packets", viewers.take());
    }

    @Test
    void aStudioThatIsKilledCostsAPauseAndNoConnection() {
        ProcessHandle studio = app.studio();
        long connections = connections();
        viewers.take();

        studio.destroyForcibly();

        await("another studio").atMost(LIMIT).until(() -> !app.studio().equals(studio));
        List<Reception> since = new ArrayList<>();
        await("frames of another session with the studio").atMost(LIMIT).until(() -> {
            List<Reception> now = viewers.take();
            since.addAll(now);
            return app.output().split("upstream FULL: connected", -1).length > 2
                    && now.stream().allMatch(one -> one.frames() > 0);
        });
        Figures.put(
                "relay viewers, longest pause when the studio was killed (ms)",
                since.stream().mapToDouble(Reception::longestPauseMillis).max().orElseThrow());
        assertThat(since).allSatisfy(one -> {
            assertThat(one.trouble()).isEmpty();
            assertThat(one.restarts()).isZero();
            assertThat(one.forged()).isZero();
        });
        assertThat(connections()).isEqualTo(connections);
    }

    private static void comeAndGo(CountingViewers others, int count) {
        for (int left = count; left > 0; left -= AT_ONCE) {
            others.join(Math.min(AT_ONCE, left));
            others.leave(Math.min(AT_ONCE, left));
        }
    }

    private static void assertNothingLost(String meanwhile, List<Reception> receptions) {
        Figures.put(
                meanwhile + ": longest pause of those who stayed, ms",
                receptions.stream()
                        .mapToDouble(Reception::longestPauseMillis)
                        .max()
                        .orElseThrow());
        assertThat(receptions).hasSize(VIEWERS).allSatisfy(one -> {
            assertThat(one.trouble()).isEmpty();
            assertThat(one.relayed()).isTrue();
            assertThat(one.frames()).isPositive();
            assertThat(one.brokenFrames()).isZero();
            assertThat(one.lost() - one.droppedHere()).isNotPositive();
            assertThat(one.restarts()).isZero();
            assertThat(one.forged()).isZero();
        });
        // All are sent the same: whoever was cut off for a while has fewer than the others.
        long most = receptions.stream().mapToLong(Reception::frames).max().orElseThrow();
        assertThat(receptions).allSatisfy(one -> assertThat(one.frames()).isGreaterThan(most * 9 / 10));
    }

    private static long connections() {
        return app.output().split("comes by the relay", -1).length - 1L;
    }
}
