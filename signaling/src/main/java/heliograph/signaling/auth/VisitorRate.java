package heliograph.signaling.auth;

import heliograph.signaling.room.RateLimit;
import heliograph.signaling.room.RoomLimits;
import java.time.InstantSource;
import java.util.List;
import java.util.stream.IntStream;

/** How often each network may do something, and all those of a home and of a site together. Bounded; safe for use by many threads. */
public final class VisitorRate {
    private final List<RateLimit> limits;

    /**
     * Everybody begins with all of it.
     *
     * @param rate of one network
     * @param networksOfHome so many times as much have all those of a home together
     * @param networksOfSite so many times as much have all those of a site together
     */
    public VisitorRate(RoomLimits.Rate rate, int networksOfHome, int networksOfSite, InstantSource clock) {
        limits = IntStream.of(1, networksOfHome, networksOfSite)
                .mapToObj(times ->
                        new RateLimit(new RoomLimits.Rate(times * rate.burst(), times * rate.perSecond()), clock))
                .toList();
    }

    /** Whether this one may do it now; then it is counted. */
    public boolean take(Visitor visitor) {
        List<String> prefixes = visitor.prefixes();
        return IntStream.range(0, limits.size()).allMatch(i -> limits.get(i).take(prefixes.get(i)));
    }
}
