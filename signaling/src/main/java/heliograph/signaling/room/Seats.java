package heliograph.signaling.room;

import heliograph.signaling.protocol.Role;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who is in the room, in the order of coming. On the room's thread. */
final class Seats {
    private final Map<Member, Seat> byMember = new LinkedHashMap<>();

    void add(Seat seat) {
        byMember.put(seat.member, seat);
    }

    void remove(Seat seat) {
        byMember.remove(seat.member);
    }

    @Nullable
    Seat of(Member member) {
        return byMember.get(member);
    }

    /** A copy: whoever goes through it may remove some. */
    List<Seat> all() {
        return List.copyOf(byMember.values());
    }

    List<Seat> viewers() {
        return byMember.values().stream().filter(seat -> seat.is(Role.VIEWER)).toList();
    }

    /** The viewer of this id. */
    Optional<Seat> viewer(String id) {
        return viewers().stream().filter(viewer -> viewer.id.equals(id)).findFirst();
    }

    /** Who is here by the same token, or one that it was renewed into: other windows, players. */
    List<Seat> family(Pass pass) {
        return viewers().stream()
                .filter(viewer -> viewer.pass != null && viewer.pass.family().equals(pass.family()))
                .toList();
    }
}
