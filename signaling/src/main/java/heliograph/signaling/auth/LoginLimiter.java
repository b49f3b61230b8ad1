package heliograph.signaling.auth;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/**
 * Slows down whoever guesses passwords: each wrong one from an address for an account doubles the wait for that address
 * and that account, and an address has so many wrong ones for all accounts together. Safe for use by many threads.
 *
 * <p>Nothing is counted by account alone: so nobody can lock somebody else out. An attempt counts as wrong when it
 * begins and is taken back when it was right, so that many at the same time are no way round. After an hour without an
 * attempt the wrong ones of an address for an account are forgotten: to wait for that is slower than to go on.
 */
public final class LoginLimiter {
    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int ADDRESS_BURST = 30;
    private static final Duration ADDRESS_REFILL = Duration.ofSeconds(20);
    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int KEPT = 10_000;

    private final InstantSource clock;
    private final Map<Pair, Guesses> byPair = forgetting();
    private final Map<String, Spent> byAddress = forgetting();

    public LoginLimiter(InstantSource clock) {
        this.clock = clock;
    }

    /** Begins an attempt; how long to wait instead where there were too many. */
    synchronized Optional<Duration> begin(String address, String account) {
        Instant now = clock.instant();
        Pair pair = new Pair(address, account);
        Guesses guesses = byPair.getOrDefault(pair, Guesses.NONE);
        if (guesses.last().plus(FORGOTTEN).isBefore(now)) {
            guesses = Guesses.NONE;
        }
        Spent spent = byAddress.getOrDefault(address, new Spent(Instant.MIN));
        Instant next = later(guesses.next(), spent.next(now));
        if (next.isAfter(now)) {
            return Optional.of(Duration.between(now, next));
        }
        int count = guesses.count() + 1;
        byPair.put(pair, new Guesses(count, now.plus(delay(count)), now));
        byAddress.put(address, spent.one(now));
        return Optional.empty();
    }

    /** The attempt was right after all: it never was a guess. */
    synchronized void succeeded(String address, String account) {
        byPair.remove(new Pair(address, account));
        byAddress.computeIfPresent(address, (key, spent) -> spent.back());
    }

    /** The attempt was not looked at, so nobody has learned anything from it. */
    synchronized void notTried(String address, String account) {
        byPair.computeIfPresent(
                new Pair(address, account),
                (pair, guesses) ->
                        guesses.count() == 1 ? null : new Guesses(guesses.count() - 1, Instant.MIN, guesses.last()));
        byAddress.computeIfPresent(address, (key, spent) -> spent.back());
    }

    /** How many addresses and accounts it keeps in mind. */
    synchronized int remembered() {
        return byPair.size() + byAddress.size();
    }

    private static Duration delay(int count) {
        if (count < FREE) {
            return Duration.ZERO;
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(count - FREE, 16));
        return doubled.compareTo(LONGEST) < 0 ? doubled : LONGEST;
    }

    private static Instant later(Instant a, Instant b) {
        return a.isAfter(b) ? a : b;
    }

    private static <K, V> Map<K, V> forgetting() {
        return new LinkedHashMap<>(16, 0.75f, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<K, V> eldest) {
                return size() > KEPT;
            }
        };
    }

    private record Pair(String address, String account) {}

    /** {@code next} may come at that time; the {@code last} one came then. */
    private record Guesses(int count, Instant next, Instant last) {
        static final Guesses NONE = new Guesses(0, Instant.MIN, Instant.MIN);
    }

    /** A leaky bucket: when it will be empty again. */
    private record Spent(Instant empty) {
        Instant next(Instant now) {
            Instant full = now.plus(ADDRESS_REFILL.multipliedBy(ADDRESS_BURST - 1));
            return empty.isAfter(full) ? now.plus(Duration.between(full, empty)) : now;
        }

        Spent one(Instant now) {
            return new Spent(later(empty, now).plus(ADDRESS_REFILL));
        }

        Spent back() {
            return new Spent(empty.minus(ADDRESS_REFILL));
        }
    }
}
