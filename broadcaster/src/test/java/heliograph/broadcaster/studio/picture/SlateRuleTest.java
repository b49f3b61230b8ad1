package heliograph.broadcaster.studio.picture;

import static heliograph.broadcaster.studio.picture.SlateRule.FIRST_TURNS;
import static heliograph.broadcaster.studio.picture.SlateRule.REPEAT_TURNS;
import static heliograph.broadcaster.studio.picture.SlateRule.SILENT_TURNS;
import static org.assertj.core.api.Assertions.assertThat;

import heliograph.broadcaster.studio.picture.SlateRule.Reason;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class SlateRuleTest {
    private final SlateRule rule = new SlateRule();

    @BeforeEach
    void thirtyPicturesASecond() {
        rule.expect(30);
    }

    @Test
    void nothingIsSentWhilePicturesCome() {
        for (int i = 0; i < 500; i++) {
            rule.picture();
            assertThat(rule.turn()).isNull();
            assertThat(rule.isOut()).isFalse();
        }
    }

    @Test
    void aCameraHasLongerForItsFirstPictureThanForItsNext() {
        assertThat(turns(FIRST_TURNS)).isEmpty();
        assertThat(rule.turn()).isEqualTo(Reason.UNAVAILABLE);
        rule.picture();
        assertThat(turns(SILENT_TURNS)).isEmpty();
        assertThat(rule.turn()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void theSlateIsSentAgainAndAgain() {
        rule.lost(Reason.DISCONNECTED);
        assertThat(turns(10 * REPEAT_TURNS)).hasSize(10).containsOnly(Reason.DISCONNECTED);
        assertThat(rule.isOut()).isTrue();
    }

    @Test
    void anotherReasonIsSaidAtOnceAndTheSameOneAgainIsNot() {
        rule.lost(Reason.UNAVAILABLE);
        rule.turn();
        rule.lost(Reason.UNAVAILABLE);
        assertThat(rule.turn()).isNull();
        rule.lost(Reason.DISCONNECTED);
        assertThat(rule.turn()).isEqualTo(Reason.DISCONNECTED);
    }

    @Test
    void oneFrameASecondIsNoHole() {
        rule.expect(1);
        rule.picture();
        assertThat(turns(2000 / SlateRule.TURN_MILLIS)).isEmpty();
    }

    @Test
    void whereNoPictureIsSentThereIsNoSlate() {
        rule.expect(0);
        assertThat(turns(200)).isEmpty();
        assertThat(rule.isOut()).isFalse();
        rule.expect(30);
        assertThat(turns(FIRST_TURNS)).isEmpty();
        assertThat(rule.turn()).isEqualTo(Reason.UNAVAILABLE);
    }

    @Test
    void whatIsHiddenIsNotSeenAndIsSeenAgainAtOnce() {
        assertThat(rule.picture()).isTrue();
        rule.hide(true);
        assertThat(rule.isOut()).isTrue();
        assertThat(rule.turn()).isEqualTo(Reason.HIDDEN);
        for (int i = 0; i < 40; i++) {
            assertThat(rule.picture()).isFalse();
            assertThat(rule.turn()).isIn(null, Reason.HIDDEN);
        }
        rule.hide(false);
        assertThat(rule.isOut()).isFalse();
        assertThat(rule.picture()).isTrue();
        assertThat(rule.turn()).isNull();
    }

    @Test
    void aCameraThatIsPulledWhileItIsHiddenIsSaidAfterwards() {
        rule.picture();
        rule.hide(true);
        rule.lost(Reason.DISCONNECTED);
        assertThat(turns(2 * REPEAT_TURNS)).hasSize(2).containsOnly(Reason.HIDDEN);
        rule.hide(false);
        assertThat(rule.turn()).isEqualTo(Reason.DISCONNECTED);
    }

    private List<Reason> turns(int count) {
        List<Reason> sent = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            Reason reason = rule.turn();
            if (reason != null) {
                sent.add(reason);
            }
        }
        return sent;
    }
}
