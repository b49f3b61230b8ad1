package heliograph.signaling.room;

import heliograph.signaling.protocol.Role;
import java.util.List;

/** Whoever the room tells everything for nothing. */
public final class DeafObserver implements RoomObserver {
    @Override
    public void joined(String id, Role role, String name) {}

    @Override
    public void left(String id, Role role, String why) {}

    @Override
    public void path(String id, MediaPath path, String why) {}

    @Override
    public void audience(Audience audience) {}

    @Override
    public void attendance(List<Attendee> viewers) {}
}
