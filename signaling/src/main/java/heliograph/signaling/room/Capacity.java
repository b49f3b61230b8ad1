package heliograph.signaling.room;

import heliograph.signaling.protocol.ErrorCode;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;

/** Whether there is a seat for one viewer more, and whose. On the room's thread. */
final class Capacity {
    private final RoomLimits limits;
    private final FairShare share;
    private final RateLimit comings;

    Capacity(RoomLimits limits, InstantSource clock) {
        this.limits = limits;
        share = FairShare.of(limits.maxViewers());
        comings = new RateLimit(limits.comingRate(), clock);
    }

    /** One who comes by one grant from one site. */
    private record Comer(Grant grant, String site) {}

    /** Whoever has to leave for a newcomer; empty: nobody has to. */
    Optional<Seat> take(Pass pass, Member member, Seats seats) throws Refusal {
        List<Seat> viewers = seats.viewers();
        Optional<Seat> leaving = Optional.empty();
        if (viewers.size() >= limits.maxViewers()) {
            leaving = share.seatFor(pass.grant(), member.site(), viewers);
            if (leaving.isEmpty()) {
                throw new Refusal(ErrorCode.FULL, "As many viewers as are allowed are here already.");
            }
        }
        if (seats.family(pass).size() >= limits.seatsOfOne()) {
            throw new Refusal(ErrorCode.FULL, "As many as are allowed watch by this sign-in already.");
        }
        // Last: a crowd that waits before a full room must not use up what lets one of it in.
        if (!comings.take(new Comer(pass.grant(), member.site()))) {
            throw new Refusal(ErrorCode.TOO_FAST, "Too many come in by this account or invitation from this address.");
        }
        return leaving;
    }
}
