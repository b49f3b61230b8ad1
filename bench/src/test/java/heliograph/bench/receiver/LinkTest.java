package heliograph.bench.receiver;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LinkTest {
    private final List<byte[]> in = new ArrayList<>();
    private final List<byte[]> out = new ArrayList<>();

    @Test
    void eitherDirectionTakesHalfOfTheRoundTrip() {
        Link link = new Link(new Link.Quality(0, 200), 1);
        link.in(new byte[1], 0);
        link.out(new byte[2], 0);

        link.deliver(99_000_000, in::add, out::add);
        assertThat(in).isEmpty();
        assertThat(out).isEmpty();
        link.deliver(100_000_000, in::add, out::add);
        assertThat(in).hasSize(1);
        assertThat(out).hasSize(1);
    }

    @Test
    void itLosesItsShareOfWhatComesIn() {
        Link link = new Link(new Link.Quality(0.05, 0), 1);
        for (int i = 0; i < 10_000; i++) {
            link.in(new byte[1], 0);
        }
        link.deliver(0, in::add, out::add);

        assertThat(in).hasSizeBetween(9_400, 9_600);
    }
}
