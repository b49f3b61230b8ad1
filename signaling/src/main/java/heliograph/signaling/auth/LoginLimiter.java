package heliograph.signaling.auth;

import heliograph.signaling.room.RoomLimits;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/**
 * Slows down whoever guesses passwords: each wrong one from a network for an account doubles the wait for that network
 * and that account, and a network, and a home or site of many, has so many wrong ones for all accounts together. Safe for use by many
 * threads.
 *
 * <p>Nothing is counted by account alone: so nobody can lock somebody else out. An attempt counts as wrong when it
 * begins and is taken back when it was right, so that many at the same time are no way round. After an hour without an
 * attempt the wrong ones of a network for an account are forgotten: to wait for that is slower than to go on.
 *
 * <p>Right ones are limited as well, far above what a class needs that signs in behind one address: each costs a core a while, or
 * a look into a file, and the audit a line.
 */
public final class LoginLimiter {
    private static final int FREE = 3;
    private static final Duration LONGEST = Duration.ofMinutes(5);
    private static final int NETWORK_BURST = 30;
    private static final Duration NETWORK_REFILL = Duration.ofSeconds(20);
    /** So many times as much as one network have all those of a home, and of a site, together. */
    private static final int NETWORKS_OF_HOME = 4;

    private static final int NETWORKS_OF_SITE = 32;

    /** Attempts of one network that are taken, right or wrong, and a second after that one for so many viewers that are allowed. */
    private static final int LOOKS = 60;

    private static final int VIEWERS_OF_LOOK = 50;
    private static final Duration LATER = Duration.ofSeconds(5);

    private static final Duration FORGOTTEN = Duration.ofHours(1);
    private static final int KEPT = 10_000;

    private final InstantSource clock;
    private final Map<Pair, Guesses> byPair = forgetting();
    /** By network, home and site. */
    private final List<Ceiling> ceilings = IntStream.of(1, NETWORKS_OF_HOME, NETWORKS_OF_SITE)
            .mapToObj(times -> new Ceiling(times * NETWORK_BURST, NETWORK_REFILL.dividedBy(times)))
            .toList();

    private final VisitorRate looks;

    /** {@code maxViewers} so many may come in by one address within moments. */
    public LoginLimiter(InstantSource clock, int maxViewers) {
        this.clock = clock;
        this.looks = new VisitorRate(
                new RoomLimits.Rate(LOOKS + 2 * maxViewers, Math.max(2, maxViewers / VIEWERS_OF_LOOK)),
                NETWORKS_OF_HOME,
                NETWORKS_OF_SITE,
                clock);
    }

    /** Begins an attempt; how long to wait instead where there were too many. */
    synchronized Optional<Duration> begin(Visitor visitor, String account) {
        Instant now = clock.instant();
        Pair pair = new Pair(visitor.network(), account);
        Guesses guesses = byPair.getOrDefault(pair, Guesses.NONE);
        if (guesses.last().plus(FORGOTTEN).isBefore(now)) {
            guesses = Guesses.NONE;
        }
        Instant next = guesses.next();
        for (int i = 0; i < ceilings.size(); i++) {
            next = later(next, ceilings.get(i).next(visitor.prefixes().get(i), now));
        }
        if (next.isAfter(now)) {
            return Optional.of(Duration.between(now, next));
        }
        if (!looks.take(visitor)) {
            return Optional.of(LATER);
        }
        int count = guesses.count() + 1;
        byPair.put(pair, new Guesses(count, now.plus(delay(count)), now));
        for (int i = 0; i < ceilings.size(); i++) {
            ceilings.get(i).one(visitor.prefixes().get(i), now);
        }
        return Optional.empty();
    }

    /** The attempt was right after all: it never was a guess. */
    synchronized void succeeded(Visitor visitor, String account) {
        byPair.remove(new Pair(visitor.network(), account));
        giveBack(visitor);
    }

    /** The attempt was not looked at, so nobody has learned anything from it. */
    synchronized void notTried(Visitor visitor, String account) {
        byPair.computeIfPresent(
                new Pair(visitor.network(), account),
                (pair, guesses) ->
                        guesses.count() == 1 ? null : new Guesses(guesses.count() - 1, Instant.MIN, guesses.last()));
        giveBack(visitor);
    }

    /** Of how many networks, homes, sites and accounts it keeps guesses in mind. */
    synchronized int remembered() {
        return byPair.size()
                + ceilings.stream().mapToInt(ceiling -> ceiling.empty.size()).sum();
    }

    private void giveBack(Visitor visitor) {
        for (int i = 0; i < ceilings.size(); i++) {
            ceilings.get(i).back(visitor.prefixes().get(i));
        }
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

    private record Pair(String network, String account) {}

    /** {@code next} may come at that time; the {@code last} one came then. */
    private record Guesses(int count, Instant next, Instant last) {
        static final Guesses NONE = new Guesses(0, Instant.MIN, Instant.MIN);
    }

    /** Leaky buckets: of each it is known when it will be empty again. */
    private static final class Ceiling {
        private final Duration refill;
        private final Duration full;
        private final Map<String, Instant> empty = forgetting();

        Ceiling(int burst, Duration refill) {
            this.refill = refill;
            this.full = refill.multipliedBy(burst - 1);
        }

        Instant next(String key, Instant now) {
            return later(now, empty.getOrDefault(key, Instant.EPOCH).minus(full));
        }

        void one(String key, Instant now) {
            empty.put(key, later(empty.getOrDefault(key, Instant.EPOCH), now).plus(refill));
        }

        void back(String key) {
            empty.computeIfPresent(key, (same, until) -> until.minus(refill));
        }
    }
}
