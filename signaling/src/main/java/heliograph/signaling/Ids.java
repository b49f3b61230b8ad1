package heliograph.signaling;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.function.Supplier;

/** Makes ids of 128 random bits that nobody can guess, fit for URLs. Any thread. */
final class Ids implements Supplier<String> {
    private static final int BYTES = 16;

    private final SecureRandom random;

    Ids(SecureRandom random) {
        this.random = random;
    }

    @Override
    public String get() {
        byte[] bytes = new byte[BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
