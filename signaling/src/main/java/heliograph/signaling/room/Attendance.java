package heliograph.signaling.room;

import java.util.List;
import java.util.Optional;

/** Who is in the room by name, told when it is another than before. On the room's thread. */
final class Attendance {
    private final RoomObserver observer;
    private List<Attendee> told = List.of();

    Attendance(RoomObserver observer) {
        this.observer = observer;
    }

    /** With each tick and not with each coming: it takes a look at everybody. */
    void tell(List<Seat> viewers, Stage stage) {
        List<Attendee> now =
                viewers.stream().flatMap(viewer -> of(viewer, stage).stream()).toList();
        if (!now.equals(told)) {
            told = now;
            observer.attendance(now);
        }
    }

    private static Optional<Attendee> of(Seat viewer, Stage stage) {
        return viewer.pass == null || viewer.joinedAt == null
                ? Optional.empty()
                : Optional.of(new Attendee(
                        viewer.id,
                        viewer.pass.name(),
                        viewer.member.address(),
                        viewer.joinedAt,
                        stage.watched(viewer)));
    }
}
