package heliograph.signaling.auth;

import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToIntFunction;

/**
 * What waits to be hashed, one of each site in turn, and within a site one of each network: whoever brings much waits behind
 * himself, and nobody else does. Bounded; safe for use by many threads.
 */
final class Turns {
    /**
     * One attempt.
     *
     * @param run what to do when its turn has come
     * @param drop what to do instead when it has to make room
     */
    record Attempt(Runnable run, Runnable drop) {}

    private final int capacity;
    /** By site, and then by network; whose turn is next comes first. */
    private final Map<String, Map<String, Deque<Attempt>>> sites = new LinkedHashMap<>();

    private int waiting;

    Turns(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an attempt; whichever has to make room for it, which may be itself. */
    synchronized Optional<Attempt> add(Visitor visitor, Attempt attempt) {
        sites.computeIfAbsent(visitor.site(), key -> new LinkedHashMap<>())
                .computeIfAbsent(visitor.network(), key -> new ArrayDeque<>())
                .add(attempt);
        waiting++;
        return waiting > capacity ? Optional.of(dropLastOfMost(visitor)) : Optional.empty();
    }

    /** The next attempt to be made; none where it had to make room. */
    synchronized Optional<Attempt> next() {
        if (sites.isEmpty()) {
            return Optional.empty();
        }
        Map.Entry<String, Map<String, Deque<Attempt>>> site =
                sites.entrySet().iterator().next();
        return Optional.of(
                take(site.getKey(), site.getValue().keySet().iterator().next(), false));
    }

    /** Of the site that brought most, and its network that did; where several did, of the one that came last. */
    private Attempt dropLastOfMost(Visitor newcomer) {
        String site = most(
                sites,
                newcomer.site(),
                networks ->
                        networks.values().stream().mapToInt(Collection::size).sum());
        String network = most(sites.getOrDefault(site, Map.of()), newcomer.network(), Collection::size);
        return take(site, network, true);
    }

    private static <T> String most(Map<String, T> all, String newcomer, ToIntFunction<T> size) {
        T own = all.get(newcomer);
        String most = newcomer;
        int largest = own == null ? 0 : size.applyAsInt(own);
        for (Map.Entry<String, T> entry : all.entrySet()) {
            int its = size.applyAsInt(entry.getValue());
            if (its > largest) {
                most = entry.getKey();
                largest = its;
            }
        }
        return most;
    }

    private Attempt take(String site, String network, boolean last) {
        Map<String, Deque<Attempt>> networks = sites.remove(site);
        Deque<Attempt> queue = networks == null ? null : networks.remove(network);
        if (networks == null || queue == null || queue.isEmpty()) {
            throw new IllegalStateException("a network without an attempt");
        }
        Attempt taken = last ? queue.removeLast() : queue.removeFirst();
        waiting--;
        // To the end: the others come first now.
        if (!queue.isEmpty()) {
            networks.put(network, queue);
        }
        if (!networks.isEmpty()) {
            sites.put(site, networks);
        }
        return taken;
    }
}
