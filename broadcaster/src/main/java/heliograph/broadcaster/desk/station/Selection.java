package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Camera;
import heliograph.broadcaster.link.Microphone;
import heliograph.broadcaster.link.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Which device a wish means, of those that there are. Stateless; any thread. */
public final class Selection {

    /** No wish means the first camera, or none where there is none. */
    public static Source camera(@Nullable Source wish, List<Camera> cameras) {
        if (wish == null) {
            return cameras.isEmpty() ? new Source.None() : device(cameras.get(0));
        }
        return find(wish, cameras).<Source>map(Selection::device).orElse(wish);
    }

    /** No wish means the first microphone, or none where there is none. */
    public static Source microphone(@Nullable Source wish, List<Microphone> microphones) {
        if (wish == null) {
            return microphones.isEmpty() ? new Source.None() : device(microphones.get(0));
        }
        if (!(wish instanceof Source.Device named)) {
            return wish;
        }
        return microphones.stream()
                .filter(it -> is(named, it.id(), it.name()))
                .findFirst()
                .<Source>map(Selection::device)
                .orElse(wish);
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
                ? named.name().equals(name) || named.name().equals(id)
                : named.id().equals(id);
    }

    private static Source.Device device(Camera camera) {
        return new Source.Device(camera.id(), camera.name());
    }

    private static Source.Device device(Microphone microphone) {
        return new Source.Device(microphone.id(), microphone.name());
    }

    private Selection() {}
}
