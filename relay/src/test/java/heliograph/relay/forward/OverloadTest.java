package heliograph.relay.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OverloadTest {
    private static final long START = Long.MAX_VALUE - 5;

    private final List<Boolean> told = new ArrayList<>();
    private final Overload overload = new Overload(told::add);

    @Test
    void nothingIsSaidWhileNothingIsLeftOut() {
        assertThat(overload.tell(START, 3)).isEmpty();
        assertThat(overload.tell(START + Overload.AGAIN, 3)).isEmpty();
    }

    @Test
    void whatIsLeftOutIsSaidOnceASecondAfterItBegan() {
        leaveOut(210);
        assertThat(overload.tell(START, 200)).isEmpty();
        leaveOut(350);

        assertThat(overload.tell(START + Overload.FIRST, 200))
                .hasValueSatisfying(said -> assertThat(said).contains("200 viewers", "2 packets", "350 ms"));
        assertThat(overload.tell(START + Overload.FIRST + 1, 200)).isEmpty();
    }

    @Test
    void whatGoesOnIsSaidOnceAMinute() {
        leaveOut(300);
        assertThat(overload.tell(START, 200)).isEmpty();
        long told = START + Overload.FIRST;
        assertThat(overload.tell(told, 200)).isPresent();

        leaveOut(400);
        assertThat(overload.tell(told + Overload.AGAIN - 1, 200)).isEmpty();
        assertThat(overload.tell(told + Overload.AGAIN, 200))
                .hasValueSatisfying(said -> assertThat(said).contains("1 packets", "400 ms"));
    }

    @Test
    void whatBeginsAnewMuchLaterIsSaidSoonAgain() {
        leaveOut(300);
        assertThat(overload.tell(START, 200)).isEmpty();
        assertThat(overload.tell(START + Overload.FIRST, 200)).isPresent();
        long later = START + Overload.FIRST + Overload.AGAIN;
        assertThat(overload.tell(later, 200)).isEmpty();

        leaveOut(300);
        assertThat(overload.tell(later + 1, 200)).isEmpty();
        assertThat(overload.tell(later + 1 + Overload.FIRST, 200)).isPresent();
    }

    @Test
    void onePauseIsNoOverload() {
        watchLeftOut(START);
        watchLeftOut(START + Overload.LASTING - 1);
        overload.watch(START + Overload.LASTING + 1);
        overload.watch(START + Overload.CALM + Overload.LASTING);
        assertThat(told).isEmpty();

        watchLeftOut(START + Overload.CALM + Overload.LASTING + 1);
        assertThat(told).as("another, much later").isEmpty();
    }

    @Test
    void whatLastsIsToldOnceThoughItComesAndGoes() {
        watchLeftOut(START);
        long begun = START + Overload.LASTING;
        watchLeftOut(begun);
        assertThat(told).containsExactly(true);

        overload.watch(begun + Overload.CALM - 1);
        watchLeftOut(begun + Overload.CALM);
        overload.watch(begun + 2 * Overload.CALM - 1);
        assertThat(told).containsExactly(true);
    }

    @Test
    void itsEndIsToldOnceAndTheNextOneAnew() {
        watchLeftOut(START);
        watchLeftOut(START + Overload.LASTING);
        long over = START + Overload.LASTING + Overload.CALM;
        overload.watch(over);
        overload.watch(over + 1);
        assertThat(told).containsExactly(true, false);

        watchLeftOut(over + 2);
        assertThat(told).containsExactly(true, false);
        watchLeftOut(over + 2 + Overload.LASTING);
        assertThat(told).containsExactly(true, false, true);
    }

    private void watchLeftOut(long now) {
        leaveOut(300);
        overload.watch(now);
    }

    private void leaveOut(long millis) {
        overload.leftOut(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
