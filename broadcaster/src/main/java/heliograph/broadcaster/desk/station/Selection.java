package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Source;
import java.util.List;
import java.util.Optional;

/** Finds the device that is meant among those that there are. Stateless; any thread. */
public final class Selection {

    /** By its id, and where that is not known by its name, which may be an id, or a label, that the user wrote. */
    static Optional<Source.Device> find(Source.Device named, List<Source.Device> devices) {
        return devices.stream().filter(it -> is(named, it.id(), it.name())).findFirst();
    }

    /** The camera that a source is, while it is there. */
    public static Optional<Camera> find(Source source, List<Camera> cameras) {
        if (!(source instanceof Source.Device named)) {
            return Optional.empty();
        }
        return cameras.stream().filter(it -> is(named, it.id(), it.name())).findFirst();
    }

    private static boolean is(Source.Device named, String id, String name) {
        return named.id().isEmpty()
                ? List.of(name, id, DeviceLabel.withId(id, name)).contains(named.name())
                : named.id().equals(id);
    }

    private Selection() {}
}
