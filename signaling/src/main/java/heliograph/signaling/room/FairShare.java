package heliograph.signaling.room;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Who makes room for somebody new when every seat is taken. On the room's thread.
 *
 * <p>An account or an invitation, and a site, may each have as many seats as there are. But only {@code assured} of them are its own, which
 * is enough for a class behind one address; any seat beyond is lent, and a full room takes it back for who has less. What one has beyond counts
 * the more the more it is, so that those who want more than there is end up with the same (max-min fairness), and a change
 * that would be undone by the next is never made.
 *
 * @param assured seats of one account or invitation, and of one site, that are never taken from it
 */
record FairShare(int assured) {
    /** So many accounts, or sites, it takes at least to keep everybody else out. */
    private static final int HOLDERS = 6;
    /** A class, and who looks after it. */
    private static final int CLASS = 32;

    /** Of a room with so many seats. */
    static FairShare of(int seats) {
        return new FairShare(Math.max(seats / HOLDERS, Math.min(CLASS, seats / 2)));
    }

    /** Whose seat is for who comes by this grant from this site; empty where nobody has so much more. The newest of the largest holder's. */
    Optional<Seat> seatFor(Grant grant, String site, List<Seat> viewers) {
        Map<Object, Integer> counts = new HashMap<>();
        for (Seat viewer : viewers) {
            counts.merge(grantOf(viewer), 1, Integer::sum);
            counts.merge(viewer.member.site(), 1, Integer::sum);
        }
        Seat largest = null;
        for (Seat viewer : viewers) {
            // In the order of coming: of equal ones the last.
            if (largest == null || beyond(viewer, counts) >= beyond(largest, counts)) {
                largest = viewer;
            }
        }
        return Optional.ofNullable(largest)
                .filter(viewer -> beyond(viewer, counts) > beyondThen(grant, site, viewer, counts));
    }

    private int beyond(Seat viewer, Map<Object, Integer> counts) {
        return lent(counts.getOrDefault(grantOf(viewer), 0)) + lent(counts.getOrDefault(viewer.member.site(), 0));
    }

    /** What the newcomer would have beyond its own, in that one's place. */
    private int beyondThen(Grant grant, String site, Seat gone, Map<Object, Integer> counts) {
        int byGrant = counts.getOrDefault(grant, 0) + (grant.equals(grantOf(gone)) ? 0 : 1);
        int bySite = counts.getOrDefault(site, 0) + (site.equals(gone.member.site()) ? 0 : 1);
        return lent(byGrant) + lent(bySite);
    }

    /** A viewer has a pass; who has none counts as one of its own. */
    private static Object grantOf(Seat viewer) {
        return viewer.pass == null ? viewer : viewer.pass.grant();
    }

    private int lent(int seats) {
        return Math.max(0, seats - assured);
    }
}
