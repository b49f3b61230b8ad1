package heliograph.signaling.auth;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The accounts that may watch, by name: those of {@code accounts.json} in the data folder as they are now, or the one
 * that this run was given. Safe for use by many threads; whatever hashes or writes says so.
 */
public final class Accounts {
    private static final Logger log = LoggerFactory.getLogger(Accounts.class);
    private static final String FIRST = "viewer";

    private final @Nullable JsonFile<StoredAccounts> file;
    private final @Nullable AccountBook book;
    private final SecureRandom random;
    private final PasswordHash nobody;
    private final @Nullable Credentials first;
    private volatile Map<String, Account> byName;

    private Accounts(
            @Nullable JsonFile<StoredAccounts> file,
            @Nullable AccountBook book,
            SecureRandom random,
            @Nullable Credentials first,
            Map<String, Account> byName) {
        this.file = file;
        this.book = book;
        this.random = random;
        this.nobody = PasswordHash.of(ReadablePassword.generate(random), random);
        this.first = first;
        this.byName = byName;
    }

    /**
     * The stored accounts; when there never were any, {@code viewer} is made and stored, and {@link #first} has its
     * password.
     *
     * @throws IOException when the file cannot be read or written, or is not what this program wrote
     */
    public static Accounts stored(PrivateFolder folder, SecureRandom random) throws IOException {
        JsonFile<StoredAccounts> file = new JsonFile<>(folder, AccountBook.FILE, StoredAccounts.class);
        AccountBook book = new AccountBook(folder, random);
        return folder.exclusively(() -> {
            Optional<StoredAccounts> stored = file.read();
            if (stored.isPresent()) {
                return new Accounts(file, book, random, null, stored.get().byName());
            }
            Credentials first = new Credentials(FIRST, ReadablePassword.generate(random));
            Account account = Account.of(first, random);
            file.write(StoredAccounts.of(List.of(account)));
            return new Accounts(file, book, random, first, Map.of(FIRST, account));
        });
    }

    /** This account alone, kept nowhere; with this version of its credentials. */
    public static Accounts forThisRun(Credentials credentials, String version, SecureRandom random) {
        PasswordHash hash = PasswordHash.of(credentials.password(), random);
        Account account = new Account(credentials.username(), hash, version);
        return new Accounts(null, null, random, null, Map.of(account.name(), account));
    }

    /** The account that {@link #stored} made: the only time that its password is known. */
    public Optional<Credentials> first() {
        return Optional.ofNullable(first);
    }

    /** Whether there is such an account. */
    public boolean has(String username) {
        return byName.containsKey(username);
    }

    /** Whether there is such an account, with these very credentials. */
    public boolean has(String username, String version) {
        Account account = byName.get(username);
        return account != null && account.version().equals(version);
    }

    /** The account whose password that is. Hashes, and just as much for a name that nobody has. */
    Optional<Account> matching(Credentials credentials) {
        Map<String, Account> now = byName;
        Account account = now.get(credentials.username());
        PasswordHash hash = hashFor(credentials.username(), now);
        if (!hash.matches(credentials.password()) || account == null) {
            return Optional.empty();
        }
        if (hash.isWeak()) {
            renew(account, credentials);
        }
        return Optional.of(account);
    }

    /** What a password for this name is compared with: for a name that nobody has, with nothing, at the same cost. */
    PasswordHash hashFor(String username) {
        return hashFor(username, byName);
    }

    private PasswordHash hashFor(String username, Map<String, Account> now) {
        Account account = now.get(username);
        if (account != null) {
            return account.hash();
        }
        // As an account of this folder would have it: some may still have a hash of other parameters.
        List<Account> all = new ArrayList<>(now.values());
        return all.isEmpty()
                ? nobody
                : all.get(Math.floorMod(username.hashCode(), all.size())).hash().decoy(random);
    }

    /**
     * Reads the file again if it is another; what became of which account, for the audit. A file that is damaged changes
     * nothing.
     *
     * @throws IOException when it cannot be read, or is damaged
     */
    Map<String, String> reload() throws IOException {
        if (file == null || !file.changed()) {
            return Map.of();
        }
        Map<String, Account> before = byName;
        Map<String, Account> now = file.read().map(StoredAccounts::byName).orElse(Map.of());
        byName = now;
        Map<String, String> changes = new LinkedHashMap<>();
        before.forEach((name, account) -> {
            if (!now.containsKey(name)) {
                changes.put(name, "removed");
            } else if (!Objects.requireNonNull(now.get(name)).version().equals(account.version())) {
                changes.put(name, "has another password");
            }
        });
        now.keySet().stream().filter(name -> !before.containsKey(name)).forEach(name -> changes.put(name, "added"));
        return changes;
    }

    /**
     * The password is at hand and right: the one moment at which its hash can be made a stronger one. Here it changes with
     * the next {@link #reload}, like any other change of the file.
     */
    private void renew(Account account, Credentials credentials) {
        if (book == null) {
            return;
        }
        try {
            if (book.rehash(account, PasswordHash.of(credentials.password(), random))) {
                log.info("account {}: its hash was renewed", account.name());
            }
        } catch (IOException e) {
            // The old hash is as good as it was a minute ago; the next sign-in tries again.
            log.warn("account {}: its hash could not be renewed: {}", account.name(), e.toString());
        }
    }
}
