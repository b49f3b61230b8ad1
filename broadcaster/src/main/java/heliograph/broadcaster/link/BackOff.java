package heliograph.broadcaster.link;

import java.time.Duration;

/** How long to wait before each new try: doubled from a first to a longest. Lives on its owner's thread. */
final class BackOff {
    private final Duration first;
    private final Duration longest;
    private Duration next;

    BackOff(Duration first, Duration longest) {
        this.first = first;
        this.longest = longest;
        this.next = first;
    }

    Duration next() {
        Duration now = next;
        Duration doubled = now.multipliedBy(2);
        next = doubled.compareTo(longest) > 0 ? longest : doubled;
        return now;
    }

    void reset() {
        next = first;
    }
}
