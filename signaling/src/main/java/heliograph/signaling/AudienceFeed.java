package heliograph.signaling;

import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Attendee;
import heliograph.signaling.room.Audience;
import heliograph.signaling.room.MediaPath;
import heliograph.signaling.room.RoomObserver;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Passes on what the room tells: to the log, and the audience to whoever wants to know. Safe for use by many threads. */
final class AudienceFeed implements RoomObserver {
    private static final Logger log = LoggerFactory.getLogger(AudienceFeed.class);

    private final List<Consumer<Audience>> listeners = new ArrayList<>();
    private final List<Consumer<List<Attendee>>> roll = new ArrayList<>();
    private Audience latest = new Audience(false, 0, 0, 0);
    private List<Attendee> present = List.of();

    /** Tells it now, and at each change. */
    synchronized void listen(Consumer<Audience> listener) {
        listeners.add(listener);
        listener.accept(latest);
    }

    @Override
    public synchronized void audience(Audience audience) {
        latest = audience;
        listeners.forEach(listener -> listener.accept(audience));
    }

    /** Tells who is there now, and at each change. */
    synchronized void listenToRoll(Consumer<List<Attendee>> listener) {
        roll.add(listener);
        listener.accept(present);
    }

    @Override
    public synchronized void attendance(List<Attendee> viewers) {
        present = viewers;
        roll.forEach(listener -> listener.accept(viewers));
    }

    @Override
    public void joined(String id, Role role, String name) {
        log.info("{} {}: joined as {}", role.name().toLowerCase(Locale.ROOT), shortened(id), name);
    }

    @Override
    public void left(String id, Role role, String why) {
        log.info("{} {}: {}", role.name().toLowerCase(Locale.ROOT), shortened(id), why);
    }

    @Override
    public void path(String id, MediaPath path, String why) {
        log.info("viewer {}: {} ({})", shortened(id), path.wire(), why);
    }

    /** Enough to tell them apart in a log. */
    private static String shortened(String id) {
        return id.substring(0, Math.min(6, id.length()));
    }
}
