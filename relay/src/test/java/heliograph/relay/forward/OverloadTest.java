package heliograph.relay.forward;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class OverloadTest {
    private static final long START = Long.MAX_VALUE - 5;

    private final Overload overload = new Overload();

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

    private void leaveOut(long millis) {
        overload.leftOut(TimeUnit.MILLISECONDS.toNanos(millis));
    }
}
