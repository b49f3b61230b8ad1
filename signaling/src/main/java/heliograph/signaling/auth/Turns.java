package heliograph.signaling.auth;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * What waits to be hashed, one of each address in turn: whoever brings much waits behind himself, and nobody else does.
 * Bounded; safe for use by many threads.
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
    private final Map<String, Deque<Attempt>> byAddress = new LinkedHashMap<>();
    private int waiting;

    Turns(int capacity) {
        this.capacity = capacity;
    }

    /** Adds an attempt; whichever has to make room for it, which may be itself. */
    synchronized Optional<Attempt> add(String address, Attempt attempt) {
        byAddress.computeIfAbsent(address, key -> new ArrayDeque<>()).add(attempt);
        waiting++;
        return waiting > capacity ? Optional.of(dropLastOfMost(address)) : Optional.empty();
    }

    /** The next attempt to be made; none where it had to make room. */
    synchronized Optional<Attempt> next() {
        if (byAddress.isEmpty()) {
            return Optional.empty();
        }
        String address = byAddress.keySet().iterator().next();
        return Optional.of(take(address, false));
    }

    /** Of the address that brought most; where several did, of the one that came last. */
    private Attempt dropLastOfMost(String newcomer) {
        String most = newcomer;
        for (Map.Entry<String, Deque<Attempt>> entry : byAddress.entrySet()) {
            Deque<Attempt> others = byAddress.get(most);
            if (others == null || entry.getValue().size() > others.size()) {
                most = entry.getKey();
            }
        }
        return take(most, true);
    }

    private Attempt take(String address, boolean last) {
        Deque<Attempt> queue = byAddress.remove(address);
        if (queue == null || queue.isEmpty()) {
            throw new IllegalStateException("an address without an attempt");
        }
        Attempt taken = last ? queue.removeLast() : queue.removeFirst();
        waiting--;
        if (!queue.isEmpty()) {
            // To the end: the others come first now.
            byAddress.put(address, queue);
        }
        return taken;
    }
}
