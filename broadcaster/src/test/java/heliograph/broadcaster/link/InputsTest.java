package heliograph.broadcaster.link;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class InputsTest {
    private static final Inputs INPUTS = Broadcasts.test("t").inputs();

    @Test
    void aBitrateOrACodecOpensNoCameraAnew() {
        Broadcast.Video video = INPUTS.video();
        Inputs other = with(new Broadcast.Video(video.width(), video.height(), video.rate(), 1, VideoCodec.VP9));

        assertThat(INPUTS.samePicture(other)).isTrue();
        assertThat(INPUTS.sameSound(other)).isTrue();
    }

    @Test
    void anotherSizeOpensTheCameraAnewAndLeavesTheMicrophone() {
        Inputs other = with(new Broadcast.Video(640, 480, 30, 2500, VideoCodec.AUTO));

        assertThat(INPUTS.samePicture(other)).isFalse();
        assertThat(INPUTS.sameSound(other)).isTrue();
    }

    @Test
    void whatNobodyLooksAtIsNotOpened() {
        assertThat(INPUTS.only(false, true).camera()).isEqualTo(new Source.None());
        assertThat(INPUTS.only(false, true).sameSound(INPUTS)).isTrue();
        assertThat(INPUTS.only(false, false).samePicture(Inputs.NONE)).isTrue();
        assertThat(INPUTS.only(false, false).sameSound(Inputs.NONE)).isTrue();
    }

    private static Inputs with(Broadcast.Video video) {
        return new Inputs(INPUTS.camera(), INPUTS.microphone(), video, INPUTS.processing());
    }
}
