package heliograph.signaling.room;

/** One peer connection between a viewer and the broadcaster. On the room's thread. */
final class Session {
    final String id;
    final Seat viewer;

    /** The broadcaster has heard of it. */
    boolean announced;

    /** An offer waits for its answer. */
    boolean offered;

    /** There has been an answer. */
    boolean answered;

    Session(String id, Seat viewer) {
        this.id = id;
        this.viewer = viewer;
    }
}
