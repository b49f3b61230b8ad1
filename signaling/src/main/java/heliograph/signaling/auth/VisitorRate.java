package heliograph.signaling.auth;

import heliograph.signaling.room.RateLimit;
import heliograph.signaling.room.RoomLimits;
import java.time.InstantSource;

/** How often each network may do something, and all those of a site together. Bounded; safe for use by many threads. */
public final class VisitorRate {
    private final RateLimit byNetwork;
    private final RateLimit bySite;

    /**
     * Everybody begins with all of it.
     *
     * @param rate of one network
     * @param networksOfSite so many times as much have all those of a site together
     */
    public VisitorRate(RoomLimits.Rate rate, int networksOfSite, InstantSource clock) {
        byNetwork = new RateLimit(rate, clock);
        bySite = new RateLimit(
                new RoomLimits.Rate(networksOfSite * rate.burst(), networksOfSite * rate.perSecond()), clock);
    }

    /** Whether this one may do it now; then it is counted. */
    public boolean take(Visitor visitor) {
        return byNetwork.take(visitor.network()) && bySite.take(visitor.site());
    }
}
