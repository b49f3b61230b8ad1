package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import heliograph.signaling.room.RoomLimits;
import heliograph.signaling.room.TestClock;
import java.net.InetAddress;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class VisitorRateTest {
    private final TestClock clock = new TestClock();
    private final VisitorRate rate = new VisitorRate(new RoomLimits.Rate(3, 1), 2, 3, clock);

    private boolean taken(String address) throws Exception {
        return rate.take(Visitor.at(InetAddress.getByName(address)));
    }

    @Test
    void aNetworkHasItsRateWhicheverOfItsAddressesAsk() throws Exception {
        for (int i = 0; i < 3; i++) {
            assertThat(taken("2001:db8:1:1::" + i)).isTrue();
        }
        assertThat(taken("2001:db8:1:1::99")).isFalse();
        assertThat(taken("198.51.100.1")).as("another one").isTrue();
        clock.advance(Duration.ofSeconds(1));
        assertThat(taken("2001:db8:1:1::98")).isTrue();
        assertThat(taken("2001:db8:1:1::97")).isFalse();
    }

    @Test
    void theNetworksOfAHomeHaveTogetherAsMuchAsTwoAndLeaveTheirNeighboursSome() throws Exception {
        for (int i = 0; i < 6; i++) {
            assertThat(taken("2001:db8:1:" + i + "::1")).isTrue();
        }
        assertThat(taken("2001:db8:1:7::1")).isFalse();
        for (int i = 0; i < 3; i++) {
            assertThat(taken("2001:db8:1:107::" + i)).as("next door").isTrue();
        }
        assertThat(taken("2001:db8:1:207::1")).as("a third home").isFalse();
        assertThat(taken("2001:db8:2:7::1")).as("another site").isTrue();
    }
}
