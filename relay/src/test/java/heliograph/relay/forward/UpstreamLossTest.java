package heliograph.relay.forward;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.relay.Relay.Layer;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What gets lost between the studio and the relay, and what the relay says of it. */
class UpstreamLossTest {
    private final Scene scene = new Scene();
    private final FakeStudio studio = scene.studio(Layer.FULL, 0);

    @AfterEach
    void close() {
        scene.close();
    }

    @Test
    void gapsThatOpenAtOnceUseUpNoneOfEachOthersRequestsAndAreGivenUpForAKeyFrame() {
        scene.viewer("v");
        scene.keyFrame(studio);
        studio.leg.keyFrameRequests.clear();
        List<Integer> missing = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            missing.add((studio.sequence + 1) & 0xffff);
            studio.pictureWithout(1, false, 3);
            scene.relay.runDue();
        }
        assertThat(studio.leg.nacks).isEqualTo(missing);
        assertThat(studio.leg.keyFrameRequests).isEmpty();

        scene.pass(1000);
        assertThat(studio.leg.nacks).filteredOn(missing.get(0)::equals).hasSize(5);
        assertThat(studio.leg.keyFrameRequests).isNotEmpty();
    }

    @Test
    void whatIsMissingBeforeAKeyFrameIsWorthNoOther() {
        scene.viewer("v");
        scene.keyFrame(studio);
        studio.leg.keyFrameRequests.clear();
        studio.pictureWithout(1, false, 3);
        scene.keyFrame(studio);
        scene.pass(1000);
        assertThat(studio.leg.nacks).hasSize(5);
        assertThat(studio.leg.keyFrameRequests).isEmpty();
    }

    @Test
    void whereTooMuchIsMissingToBeAskedForAKeyFrameIs() {
        scene.viewer("v");
        scene.keyFrame(studio);
        studio.leg.keyFrameRequests.clear();
        studio.sequence += 65;
        studio.picture(false, 2);
        scene.pass(500);
        assertThat(studio.leg.nacks).isEmpty();
        assertThat(studio.leg.keyFrameRequests).isNotEmpty();
    }
}
