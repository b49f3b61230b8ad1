package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OncePerMinuteTest {
    @Test
    void eachAddressHasItsOwnTurn() {
        OncePerMinute patience = new OncePerMinute();
        assertThat(patience.isTime("192.0.2.1")).isTrue();
        assertThat(patience.isTime("192.0.2.1")).isFalse();
        assertThat(patience.isTime("192.0.2.2")).isTrue();
    }

    @Test
    void manyAddressesDoNotFillTheMemory() {
        OncePerMinute patience = new OncePerMinute();
        for (int i = 0; i <= 10_000; i++) {
            assertThat(patience.isTime("address " + i)).isTrue();
        }
        assertThat(patience.isTime("address 10000")).isFalse();
        assertThat(patience.isTime("address 0")).isTrue();
    }
}
