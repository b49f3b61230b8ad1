package heliograph.relay.forward;

import heliograph.relay.Relay.Layer;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;

/**
 * Which layers are needed: asked for as soon as somebody needs one, given up after nobody has for a while. Thread
 * {@code relay-control}.
 */
final class LayerDemand {
    private final long linger;
    private final BiConsumer<Layer, Boolean> changed;
    private final Set<Layer> demanded = EnumSet.noneOf(Layer.class);
    private final Map<Layer, Long> neededAt = new EnumMap<>(Layer.class);

    LayerDemand(long lingerNanos, BiConsumer<Layer, Boolean> changed) {
        this.linger = lingerNanos;
        this.changed = changed;
    }

    /** @param needed by the viewers that are here now */
    void update(Set<Layer> needed, long now) {
        for (Layer layer : Layer.values()) {
            if (needed.contains(layer)) {
                neededAt.put(layer, now);
                if (demanded.add(layer)) {
                    changed.accept(layer, true);
                }
            } else if (demanded.contains(layer) && now - neededAt.getOrDefault(layer, now) >= linger) {
                demanded.remove(layer);
                changed.accept(layer, false);
            }
        }
    }
}
