package heliograph.broadcaster.desk.relay;

import heliograph.signaling.room.RelayEvents;
import java.util.function.Consumer;

/** Tells the room something in the relay's name. Any thread; returns at once. */
@FunctionalInterface
public interface RoomVoice {
    /** Is told on the room's thread, in the order of the calls. */
    void tell(Consumer<RelayEvents> said);
}
