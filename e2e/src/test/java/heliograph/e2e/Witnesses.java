package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Pictures;
import heliograph.rig.Received;
import heliograph.rig.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Viewers who were let in and watch while others do what they should not; used from one thread.
 *
 * <p>What they lost is told by what their browsers received, not by what these showed: a machine that is too busy for three
 * browsers and an attacker at once leaves frames out on their way to the screen without any loss.
 */
final class Witnesses implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final double STANDSTILL_MILLIS = 3000;
    private static final double OF_LATENESS = 30;
    /** A machine that is too busy encodes fewer than are made, for everybody; how many it was is in the figures. */
    private static final double SEEN_FRAMES = 0.5;

    private static final double LOST_PACKETS = 0.01;
    /** A machine that never made a timer wait so long has no excuse. */
    private static final double IN_TIME_MILLIS = 100;

    private static final double SEEN_FRAMES_IN_TIME = 0.97;
    private static final double LOST_PACKETS_IN_TIME = 0.001;

    private final List<Witness> all = new ArrayList<>();
    private final Lateness lateness = new Lateness();
    private double latest;

    /** They watch already. */
    Witnesses(List<Viewer> viewers) {
        for (Viewer viewer : viewers) {
            all.add(new Witness("witness " + (all.size() + 1), viewer));
        }
    }

    /**
     * What each saw since the last time; see {@link Witness#lostNothing}. Where the machine makes
     * a mere timer wait, they are given thirty times as long more: many turns of many threads lie between a camera and a browser.
     */
    void lostNothing(String meanwhile) {
        double late = lateness.takeLongest().toNanos() / 1e6;
        latest = Math.max(latest, late);
        Figures.put(meanwhile + ": how late the machine was, ms", late);
        all.forEach(Witness::look);
        all.forEach(witness -> witness.lostNothing(meanwhile, STANDSTILL_MILLIS + OF_LATENESS * late));
    }

    /** What each received in all that time; see {@link Witness#lostNothingInAll}. */
    void lostNothingInAll() {
        boolean inTime = latest < IN_TIME_MILLIS;
        all.forEach(witness -> witness.lostNothingInAll(
                inTime ? SEEN_FRAMES_IN_TIME : SEEN_FRAMES, inTime ? LOST_PACKETS_IN_TIME : LOST_PACKETS));
    }

    @Override
    public void close() {
        lateness.close();
        all.forEach(witness -> witness.viewer.close());
    }

    private static final class Witness {
        final Viewer viewer;
        private final String name;
        private final Received first;
        private Received last;
        private int made;
        private double seen;

        Witness(String name, Viewer viewer) {
            this.name = name;
            this.viewer = viewer;
            viewer.watch(1, LIMIT);
            viewer.tab().evaluate("void heliographProbe.watchArrivals()");
            first = viewer.received();
            last = first;
        }

        /** What is new is what comes after this. */
        void look() {
            seen = viewer.received().video("framesDecoded");
        }

        /**
         * Still on the first peer connection and its first stream, new pictures still, none of them older than the one before,
         * and never so long without a frame that came: three seconds, on a machine that is in time.
         */
        void lostNothing(String meanwhile, double longest) {
            await().atMost(LIMIT).until(() -> viewer.received().video("framesDecoded") > seen + 5);
            Pictures pictures = viewer.picture().take();
            Received now = viewer.received();
            double standstill =
                    viewer.tab().evaluate("heliographProbe.takeStandstill()").getAsDouble();
            made += pictures.frames().get(pictures.frames().size() - 1).number()
                    - pictures.frames().get(0).number();
            String who = meanwhile + ", " + name + ": ";
            Figures.put(who + "longest time without a frame, ms", standstill);
            Figures.put(who + "frames received", since(now, "framesReceived"));
            Figures.put(who + "frames not shown", pictures.lost());
            for (String counter : List.of("packetsLost", "pliCount", "freezeCount")) {
                Figures.put(who + counter, since(now, counter));
            }
            assertThat(viewer.state()).as(meanwhile).isEqualTo("live");
            assertThat(viewer.tab().evaluate("heliographProbe.peers.length").getAsInt())
                    .as(meanwhile)
                    .isEqualTo(1);
            assertThat(now.video("ssrc")).isEqualTo(first.video("ssrc"));
            assertThat(pictures.backwards()).as(meanwhile).isZero();
            assertThat(standstill).as("%s%s", who, now).isLessThan(longest);
            last = now;
        }

        private double since(Received now, String counter) {
            return now.video(counter) - last.video(counter);
        }

        /**
         * Frames all the time, and all the packets that were sent, but for a few that a busy machine is good for.
         *
         * @param frameShare of what was made that must have come, at least
         * @param packetShare of what was sent that may be missing, at most
         */
        void lostNothingInAll(double frameShare, double packetShare) {
            double frames = last.video("framesReceived") - first.video("framesReceived");
            double packets = last.video("packetsReceived") - first.video("packetsReceived");
            double lost = last.video("packetsLost") - first.video("packetsLost");
            Figures.put("in all, " + name + ": frames made", made);
            Figures.put("in all, " + name + ": frames received", frames);
            Figures.put("in all, " + name + ": packets received", packets);
            Figures.put("in all, " + name + ": packets lost", lost);
            assertThat(frames).as(name).isGreaterThan(made * frameShare);
            assertThat(lost).as(name).isLessThan(packets * packetShare);
        }
    }
}
