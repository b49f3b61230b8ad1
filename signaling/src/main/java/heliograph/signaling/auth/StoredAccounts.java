package heliograph.signaling.auth;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What is in {@code accounts.json}. Immutable; any thread. */
record StoredAccounts(List<Entry> accounts) {
    StoredAccounts {
        accounts = List.copyOf(accounts);
    }

    static StoredAccounts of(Collection<Account> accounts) {
        return new StoredAccounts(accounts.stream()
                .map(account -> new Entry(account.name(), account.hash().phc(), account.version()))
                .toList());
    }

    /** By name, in the file's order; the constructors have seen to it that each is one. */
    Map<String, Account> byName() {
        Map<String, Account> byName = new LinkedHashMap<>();
        accounts.forEach(entry -> byName.put(entry.name, entry.account()));
        return byName;
    }

    /**
     * {@code version} may be missing where somebody wrote the file by hand: then it follows from the hash, so that another hash
     * ends the account's sessions as another password does.
     */
    record Entry(String name, String hash, @Nullable String version) {
        Entry {
            Names.check(name);
            PasswordHash.parse(hash);
        }

        private Account account() {
            return new Account(name, PasswordHash.parse(hash), version == null ? Sha256.hex(hash) : version);
        }
    }
}
