package heliograph.signaling.room;

import heliograph.signaling.protocol.Role;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** What the room knows of one member. On the room's thread. */
final class Seat {
    final Member member;
    final String id;
    final TokenBucket bucket;
    final Instant joinBy;

    @Nullable
    Pass pass;

    /** When it showed its token. */
    @Nullable
    Instant joinedAt;

    /** When it is to be sent the ICE servers anew; null: what it has does not run out. */
    @Nullable
    Instant iceRenewal;

    Seat(Member member, String id, TokenBucket bucket, Instant joinBy) {
        this.member = member;
        this.id = id;
        this.bucket = bucket;
        this.joinBy = joinBy;
    }

    boolean is(Role role) {
        return pass != null && pass.role() == role;
    }
}
