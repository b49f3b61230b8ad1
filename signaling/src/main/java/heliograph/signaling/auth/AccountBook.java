package heliograph.signaling.auth;

import java.io.IOException;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;

/**
 * The accounts of a data folder for whoever administers them, whether a program runs with the folder or not: one that
 * does notices by itself. Any thread; each call reads, hashes or writes.
 */
public final class AccountBook {
    /** A shorter password is refused; NIST SP 800-63B, section 5.1.1. */
    public static final int SHORTEST_PASSWORD = 8;

    static final String FILE = "accounts.json";

    private final PrivateFolder folder;
    private final SecureRandom random;
    private final JsonFile<StoredAccounts> file;

    public AccountBook(PrivateFolder folder, SecureRandom random) {
        this.folder = folder;
        this.random = random;
        file = new JsonFile<>(folder, FILE, StoredAccounts.class);
    }

    /** Whether it is neither too short nor too long for one. */
    public static boolean isPassword(String text) {
        return text.length() >= SHORTEST_PASSWORD && text.length() <= Credentials.LONGEST_PASSWORD;
    }

    /** Their names. */
    public List<String> names() throws IOException {
        return List.copyOf(stored().keySet());
    }

    /** Adds one; false where there is one of that name. */
    public boolean add(Credentials credentials) throws IOException {
        return put(credentials, false);
    }

    /** Gives one another password, even the same again, which ends its sessions; false where there is none. */
    public boolean password(Credentials credentials) throws IOException {
        return put(credentials, true);
    }

    /** Removes one; false where there is none. */
    public boolean remove(String name) throws IOException {
        return folder.exclusively(() -> {
            Map<String, Account> accounts = stored();
            boolean there = accounts.remove(name) != null;
            if (there) {
                file.write(StoredAccounts.of(accounts.values()));
            }
            return there;
        });
    }

    /** The same password with another hash; false where the account is another by now. Ends no session. */
    boolean rehash(Account account, PasswordHash renewed) throws IOException {
        return folder.exclusively(() -> {
            Map<String, Account> accounts = stored();
            Account now = accounts.get(account.name());
            if (now == null || !now.hash().phc().equals(account.hash().phc())) {
                return false;
            }
            accounts.put(account.name(), now.rehashed(renewed));
            file.write(StoredAccounts.of(accounts.values()));
            return true;
        });
    }

    private boolean put(Credentials credentials, boolean there) throws IOException {
        Names.check(credentials.username());
        Account account = Account.of(credentials, random);
        return folder.exclusively(() -> {
            Map<String, Account> accounts = stored();
            if (accounts.containsKey(account.name()) != there) {
                return false;
            }
            accounts.put(account.name(), account);
            file.write(StoredAccounts.of(accounts.values()));
            return true;
        });
    }

    private Map<String, Account> stored() throws IOException {
        return file.read().orElseGet(() -> new StoredAccounts(List.of())).byName();
    }
}
