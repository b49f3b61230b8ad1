package heliograph.broadcaster.desk.station;

import heliograph.broadcaster.link.Source;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Which camera, or which microphone, is meant, while devices come and go. Lives on its owner's thread.
 *
 * <p>A device that was pulled and is plugged in elsewhere has another id: it is known again by its name, but never taken
 * for a twin that was there all the time.
 */
public final class Wanted {
    private @Nullable Source wish;
    private @Nullable Source last;
    private List<Source.Device> there = List.of();

    /** No wish means the first device, or nothing where there is none. */
    public Wanted(@Nullable Source wish) {
        this.wish = wish;
    }

    /** What was chosen the last time: taken where nobody wishes anything, as long as it is there. */
    public void last(@Nullable Source chosen) {
        last = chosen;
    }

    /** What there is now. */
    public void devices(List<Source.Device> now) {
        if (wish instanceof Source.Device device && !device.id().isEmpty() && !now.contains(device)) {
            now.stream()
                    .filter(it -> it.name().equals(device.name()) && !there.contains(it))
                    .findFirst()
                    .ifPresent(it -> wish = it);
        }
        there = List.copyOf(now);
    }

    /** Somebody chose. */
    public void choose(Source chosen) {
        wish = chosen;
    }

    /** From now on the same device, whatever else is plugged in; but one may still come where there is none. */
    public void keep() {
        if (wish != null || !there.isEmpty() || lastThatIsThere().isPresent()) {
            wish = source();
        }
    }

    /** What is meant, of what there is. */
    public Source source() {
        Source wanted = wish;
        if (wanted == null) {
            return lastThatIsThere().orElseGet(() -> there.isEmpty() ? new Source.None() : there.get(0));
        }
        return wanted instanceof Source.Device device
                ? Selection.find(device, there).orElse(device)
                : wanted;
    }

    /** In another socket it is known by its name; what else is in its own socket is another device. */
    private Optional<Source> lastThatIsThere() {
        if (!(last instanceof Source.Device device)) {
            return Optional.ofNullable(last);
        }
        return there.contains(device)
                ? Optional.of(device)
                : Selection.find(new Source.Device("", device.name()), there).map(Source.class::cast);
    }

    /** What somebody chose or was kept; null where neither happened. */
    public @Nullable Source wish() {
        return wish;
    }

    /** Whether somebody chose, or it was kept. */
    public boolean isChosen() {
        return wish != null;
    }
}
