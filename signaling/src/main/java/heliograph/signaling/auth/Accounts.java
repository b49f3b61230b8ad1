package heliograph.signaling.auth;

import com.google.gson.Gson;
import com.google.gson.GsonBuilder;
import com.google.gson.JsonParseException;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The accounts that may watch, by name: those of {@code accounts.json} in the data folder, or the one that this run was
 * given. Immutable; any thread.
 */
public final class Accounts {
    private static final String FILE = "accounts.json";
    private static final String FIRST = "viewer";

    private final Map<String, PasswordHash> hashes;
    private final PasswordHash nobody;
    private final @Nullable Credentials first;

    private Accounts(Map<String, PasswordHash> hashes, PasswordHash nobody, @Nullable Credentials first) {
        this.hashes = Map.copyOf(hashes);
        this.nobody = nobody;
        this.first = first;
    }

    /**
     * The stored accounts; when there are none, {@code viewer} is made and stored, and {@link #first} has its password.
     *
     * @throws IOException when the file cannot be read or written, or is not what this program wrote
     */
    public static Accounts stored(PrivateFolder folder, SecureRandom random) throws IOException {
        Map<String, PasswordHash> hashes = read(folder);
        Credentials first = null;
        if (hashes.isEmpty()) {
            first = new Credentials(FIRST, ReadablePassword.generate(random));
            hashes.put(FIRST, PasswordHash.of(first.password(), random));
            write(folder, hashes);
        }
        return new Accounts(hashes, nobody(random), first);
    }

    /** This account alone, kept nowhere. */
    public static Accounts forThisRun(Credentials account, SecureRandom random) {
        Map<String, PasswordHash> only = Map.of(account.username(), PasswordHash.of(account.password(), random));
        return new Accounts(only, nobody(random), null);
    }

    /** The account that {@link #stored} made: the only time that its password is known. */
    public Optional<Credentials> first() {
        return Optional.ofNullable(first);
    }

    /** Whether there is such an account. */
    public boolean has(String username) {
        return hashes.containsKey(username);
    }

    /** Whether the password is the account's. Slow, and as slow for a name that nobody has. */
    boolean matches(Credentials credentials) {
        PasswordHash hash = hashes.get(credentials.username());
        boolean same = (hash == null ? nobody : hash).matches(credentials.password());
        return same && hash != null;
    }

    private static PasswordHash nobody(SecureRandom random) {
        return PasswordHash.of(ReadablePassword.generate(random), random);
    }

    private static Map<String, PasswordHash> read(PrivateFolder folder) throws IOException {
        Map<String, PasswordHash> hashes = new LinkedHashMap<>();
        Optional<byte[]> bytes = folder.read(FILE);
        if (bytes.isEmpty()) {
            return hashes;
        }
        try {
            Stored stored = new Gson().fromJson(new String(bytes.get(), StandardCharsets.UTF_8), Stored.class);
            for (Account account : stored.accounts()) {
                hashes.put(account.name(), PasswordHash.parse(account.hash()));
            }
            return hashes;
        } catch (JsonParseException | IllegalArgumentException | NullPointerException e) {
            throw new IOException(FILE + " in " + folder + " is damaged; restore it, or delete it to start anew", e);
        }
    }

    private static void write(PrivateFolder folder, Map<String, PasswordHash> hashes) throws IOException {
        List<Account> accounts = hashes.entrySet().stream()
                .map(entry -> new Account(entry.getKey(), entry.getValue().phc()))
                .toList();
        String json = new GsonBuilder()
                .setPrettyPrinting()
                .disableHtmlEscaping()
                .create()
                .toJson(new Stored(accounts));
        folder.write(FILE, (json + "\n").getBytes(StandardCharsets.UTF_8));
    }

    private record Stored(List<Account> accounts) {}

    private record Account(String name, String hash) {}
}
