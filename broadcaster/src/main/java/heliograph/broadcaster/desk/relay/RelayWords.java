package heliograph.broadcaster.desk.relay;

import heliograph.relay.Relay;
import heliograph.relay.RelayObserver;
import heliograph.signaling.protocol.Layer;
import heliograph.signaling.room.RelayEvents;

/**
 * What the relay notices, in the room's words. Any thread; passes on and returns at once.
 *
 * @param overload of which the room need not know: it is for whoever sits before this machine
 */
record RelayWords(RoomVoice room, OverloadState overload) implements RelayObserver {
    @Override
    public void viewerPlays(String id) {
        room.tell(events -> events.viewerPlays(id));
    }

    @Override
    public void viewerEnded(String id, Ending reason) {
        RelayEvents.Ending ending = switch (reason) {
            case LEFT -> RelayEvents.Ending.LEFT;
            case UNREACHED -> RelayEvents.Ending.UNREACHED;
            case TOO_WEAK -> RelayEvents.Ending.TOO_WEAK;
            case VANISHED -> RelayEvents.Ending.VANISHED;
            case FAILED -> RelayEvents.Ending.FAILED;
        };
        room.tell(events -> events.viewerEnded(id, ending));
    }

    @Override
    public void layerNeeded(Relay.Layer layer, boolean needed) {
        room.tell(events -> events.layerNeeded(of(layer), needed));
    }

    @Override
    public void upstreamFailed(Relay.Layer layer) {
        room.tell(events -> events.upstreamFailed(of(layer)));
    }

    @Override
    public void overloaded(boolean now) {
        overload.set(now);
    }

    private static Layer of(Relay.Layer layer) {
        return switch (layer) {
            case FULL -> Layer.FULL;
            case HALF -> Layer.HALF;
        };
    }
}
