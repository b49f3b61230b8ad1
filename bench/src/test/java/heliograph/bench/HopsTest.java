package heliograph.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class HopsTest {
    private static final int STUDIO = 40_000;
    private static final int UPSTREAM = 40_001;
    private static final int RELAY = 40_002;
    private static final int VIEWER = 50_000;
    private static final Set<Integer> PORTS = Set.of(UPSTREAM, RELAY);

    @Test
    void eachFrameIsFoundAgainByItsTimestampWhateverItsOffset() {
        List<LastPacket> packets = new ArrayList<>();
        for (int i = 0; i < 20; i++) {
            packets.add(new LastPacket(33 * i, STUDIO, UPSTREAM, 3000L * i));
            // The frame before is still under way: the nearest is not the right one.
            packets.add(new LastPacket(33 * i + 40, RELAY, VIEWER, 3000L * i + 7_000_000));
            packets.add(new LastPacket(33 * i + 5, RELAY, VIEWER + 1, (0xffffff00L + 3000L * i) & 0xffffffffL));
        }

        List<Double> hops = Hops.of(packets, PORTS);

        assertThat(hops).hasSize(40);
        assertThat(hops.stream().filter(it -> Math.abs(it - 40) < 0.01)).hasSize(20);
        assertThat(hops.stream().filter(it -> Math.abs(it - 5) < 0.01)).hasSize(20);
    }

    @Test
    void whatIsSentAgainIsNoHop() {
        List<LastPacket> packets = List.of(
                new LastPacket(0, STUDIO, UPSTREAM, 1),
                new LastPacket(2, RELAY, VIEWER, 11),
                new LastPacket(90, RELAY, VIEWER, 11));

        assertThat(Hops.of(packets, PORTS))
                .singleElement()
                .satisfies(it -> assertThat(it).isCloseTo(2, within(0.01)));
    }

    @Test
    void othersPacketsAreNobodysFrames() {
        assertThat(Hops.of(List.of(new LastPacket(0, 1, 2, 1), new LastPacket(1, 3, 4, 1)), PORTS))
                .isEmpty();
    }
}
