package heliograph.signaling.ice;

import heliograph.signaling.protocol.IceServer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What a TURN server asks for (RFC 8489, section 9.2). Immutable; any thread. No {@code toString} tells a secret. */
public sealed interface TurnCredentials {
    /** What fits into a header field's quoted string as well (RFC 9110, section 5.6.4); long enough for any key. */
    Pattern PRINTABLE = Pattern.compile("[\\x21-\\x7e]{1,256}");

    /** These servers, with what this member needs at this time. */
    IceServer issue(List<String> urls, String member, Instant now);

    /** So long an issued credential is good; empty: for ever. */
    Optional<Duration> lifetime();

    /** Whether a user's name, a password or a secret is of characters that every part on the way can carry. */
    static boolean isUsable(String text) {
        return PRINTABLE.matcher(text).matches();
    }

    /** One name and password for all. */
    record Fixed(String username, String password) implements TurnCredentials {
        @Override
        public IceServer issue(List<String> urls, String member, Instant now) {
            return new IceServer(urls, username, password);
        }

        @Override
        public Optional<Duration> lifetime() {
            return Optional.empty();
        }

        @Override
        public String toString() {
            return "Fixed[username=" + username + "]";
        }
    }

    /**
     * One of each member's own, made with a secret that the TURN server knows as well (draft-uberti-behave-turn-rest-00,
     * section 2.2): the name is when it runs out and whose it is, the password the name's HMAC.
     */
    record Shared(String secret) implements TurnCredentials {
        /** TURN looks at it when an allocation is made, and not again: a few minutes are enough to make one. */
        public static final Duration LIFETIME = Duration.ofMinutes(10);

        /** The draft names no other, and coturn asks for this one. */
        private static final String ALGORITHM = "HmacSHA1";

        @Override
        public IceServer issue(List<String> urls, String member, Instant now) {
            String username = now.plus(LIFETIME).getEpochSecond() + ":" + member;
            return new IceServer(urls, username, password(username));
        }

        @Override
        public Optional<Duration> lifetime() {
            return Optional.of(LIFETIME);
        }

        private String password(String username) {
            try {
                Mac mac = Mac.getInstance(ALGORITHM);
                mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
                return Base64.getEncoder().encodeToString(mac.doFinal(username.getBytes(StandardCharsets.UTF_8)));
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("every Java has " + ALGORITHM, e);
            }
        }

        @Override
        public String toString() {
            return "Shared[]";
        }
    }
}
