package heliograph.e2e;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import heliograph.rig.Frame;
import heliograph.rig.Pictures;
import heliograph.rig.Received;
import heliograph.rig.Viewer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** Viewers who were let in and watch while others do what they should not; used from one thread. */
final class Witnesses implements AutoCloseable {
    private static final Duration LIMIT = Duration.ofSeconds(30);

    private final List<Witness> all = new ArrayList<>();
    private final int rate;

    /** They watch already; {@code rate} is how many frames a second there are. */
    Witnesses(List<Viewer> viewers, int rate) {
        this.rate = rate;
        for (Viewer viewer : viewers) {
            viewer.picture().start();
            all.add(new Witness("witness " + (all.size() + 1), viewer, viewer.received()));
        }
    }

    /**
     * What each saw since the last time: still on the first peer connection, still new pictures, none of them older than
     * the one before, and never a second without one: how many were lost is told in the figures, since a machine that is
     * too busy for three browsers loses some without any attack.
     */
    void lostNothing(String meanwhile) {
        all.forEach(witness -> witness.lostNothing(meanwhile, 2 * rate));
    }

    @Override
    public void close() {
        all.forEach(witness -> witness.viewer.close());
    }

    private record Witness(String name, Viewer viewer, Received first) {
        void lostNothing(String meanwhile, int mostInARow) {
            double seen = viewer.received().video("framesDecoded");
            await().atMost(LIMIT).until(() -> viewer.received().video("framesDecoded") > seen + 5);
            Pictures pictures = viewer.picture().take();
            Received now = viewer.received();
            assertThat(viewer.state()).as(meanwhile).isEqualTo("live");
            assertThat(viewer.tab().evaluate("heliographProbe.peers.length").getAsInt())
                    .as(meanwhile)
                    .isEqualTo(1);
            assertThat(now.video("ssrc")).isEqualTo(first.video("ssrc"));
            assertThat(pictures.backwards()).as(meanwhile).isZero();
            Figures.put(meanwhile + ", " + name + ": most frames lost in a row", longestHole(pictures));
            assertThat(longestHole(pictures))
                    .as("%s, %s: %s", meanwhile, name, now)
                    .isLessThan(mostInARow);
            Figures.put(
                    meanwhile + ", " + name + ": frames lost of "
                            + pictures.frames().size(),
                    pictures.lost());
            Figures.put(meanwhile + ", " + name + ": packets lost since the beginning", now.video("packetsLost"));
        }

        private static int longestHole(Pictures pictures) {
            List<Frame> frames = pictures.frames();
            int longest = 0;
            for (int i = 1; i < frames.size(); i++) {
                int step = frames.get(i).number() - frames.get(i - 1).number();
                // What the probe missed was presented nevertheless.
                long unseen = frames.get(i).presented() - frames.get(i - 1).presented();
                longest = (int) Math.max(longest, step - Math.max(1, unseen));
            }
            return longest;
        }
    }
}
