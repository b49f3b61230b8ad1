package heliograph.signaling.room;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** A clock that goes on when it is told to. Any thread. */
public final class TestClock implements InstantSource {
    private volatile Instant now = Instant.parse("2026-11-22T18:00:00Z");

    @Override
    public Instant instant() {
        return now;
    }

    public void advance(Duration by) {
        now = now.plus(by);
    }
}
