package heliograph.signaling.auth;

import java.io.IOException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The remote broadcasters' credentials of a data folder, as they are stored: made and revoked whole or not at all, whichever
 * process does it. Any thread; each call reads or writes.
 */
public final class BroadcasterBook {
    /** So long one can be good at most. */
    public static final Duration LONGEST = InvitationBook.LONGEST;

    private static final Duration REMEMBERED = Duration.ofDays(30);
    private static final int ID_LENGTH = 6;

    private final PrivateFolder folder;
    private final SecureRandom random;
    private final InstantSource clock;
    private final JsonFile<StoredBroadcasters> file;

    public BroadcasterBook(PrivateFolder folder, SecureRandom random, InstantSource clock) {
        this.folder = folder;
        this.random = random;
        this.clock = clock;
        file = new JsonFile<>(folder, StoredBroadcasters.FILE, StoredBroadcasters.class);
    }

    /**
     * A new credential and its token.
     *
     * @param token what the broadcaster joins with; kept nowhere
     */
    public record Created(BroadcasterCredential credential, Token token) {}

    /** Makes one. */
    public Created create(String name, Duration validFor) throws IOException {
        if (validFor.compareTo(LONGEST) > 0) {
            throw new IllegalArgumentException("more than a credential may have");
        }
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Tokens tokens = Tokens.open(folder, clock, random);
        return folder.exclusively(() -> {
            Map<String, BroadcasterCredential> all = stored();
            String id = RandomText.of(random, ID_LENGTH);
            while (all.containsKey(id)) {
                id = RandomText.of(random, ID_LENGTH);
            }
            BroadcasterCredential made = new BroadcasterCredential(id, name, now, now.plus(validFor), false);
            all.put(id, made);
            write(all, now);
            return new Created(made, tokens.broadcaster(made));
        });
    }

    /** All that are still known, the oldest first. */
    public List<BroadcasterCredential> list() throws IOException {
        return List.copyOf(stored().values());
    }

    /** Takes one back, which ends the broadcast of whoever joined by it; empty where there is none of that id. */
    public Optional<BroadcasterCredential> revoke(String id) throws IOException {
        return folder.exclusively(() -> {
            Map<String, BroadcasterCredential> all = stored();
            Optional<BroadcasterCredential> revoked =
                    Optional.ofNullable(all.get(id)).map(BroadcasterCredential::withdrawn);
            if (revoked.isPresent()) {
                all.put(id, revoked.get());
                write(all, clock.instant());
            }
            return revoked;
        });
    }

    private Map<String, BroadcasterCredential> stored() throws IOException {
        return file.read().orElseGet(() -> new StoredBroadcasters(List.of())).byId();
    }

    private void write(Map<String, BroadcasterCredential> all, Instant now) throws IOException {
        Instant forgotten = now.minus(REMEMBERED);
        all.values().removeIf(it -> it.expiresAt().isBefore(forgotten));
        file.write(StoredBroadcasters.of(all.values()));
    }
}
