package heliograph.signaling.auth;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.auth0.jwt.interfaces.DecodedJWT;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Pass;
import heliograph.signaling.room.Refusal;
import java.io.IOException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * Gives out tokens and checks them: JWTs signed with HS256 and this server's own key. The only user of the JWT library.
 * Immutable; any thread.
 *
 * <p>The header's {@code typ} says for what role a token is. It is signed like all the rest, and one that says no role
 * is refused, so that a token of another kind never passes for one of these.
 */
public final class Tokens {
    private static final String KEY_FILE = "token.key";
    private static final int KEY_BYTES = 32;
    private static final String ISSUER = "heliograph";
    private static final String AUDIENCE = "heliograph-room";
    private static final String HS256 = "HS256";
    private static final Map<Role, Duration> LIFETIMES =
            Map.of(Role.VIEWER, Duration.ofHours(12), Role.BROADCASTER, Duration.ofDays(365));

    private final Algorithm algorithm;
    private final InstantSource clock;
    private final JWTVerifier verifier;

    private Tokens(byte[] key, InstantSource clock) {
        this.clock = clock;
        algorithm = Algorithm.HMAC256(key);
        JWTVerifier.BaseVerification verification = (JWTVerifier.BaseVerification) JWT.require(algorithm)
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withClaimPresence("sub")
                .withClaimPresence("iat")
                .withClaimPresence("exp")
                .withClaimPresence("jti");
        // Clock and not InstantSource: that is what the library takes. It reads instants only.
        verifier = verification.build(new Clock() {
            @Override
            public ZoneOffset getZone() {
                return ZoneOffset.UTC;
            }

            @Override
            public Clock withZone(java.time.ZoneId zone) {
                return this;
            }

            @Override
            public Instant instant() {
                return clock.instant();
            }
        });
    }

    /**
     * With the key of the data folder, made if it is not there.
     *
     * @throws IOException when it cannot be read or written, or is no key
     */
    public static Tokens open(PrivateFolder folder, InstantSource clock, SecureRandom random) throws IOException {
        Optional<byte[]> stored = folder.read(KEY_FILE);
        if (stored.isPresent()) {
            if (stored.get().length != KEY_BYTES) {
                throw new IOException(
                        KEY_FILE + " in " + folder + " is damaged; delete it, and everybody signs in anew");
            }
            return new Tokens(stored.get(), clock);
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        folder.write(KEY_FILE, key);
        return new Tokens(key, clock);
    }

    /** A new token: 12 hours for a viewer, a year for a broadcaster. */
    public Token issue(Role role, String name) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.SECONDS);
        Instant expiresAt = now.plus(LIFETIMES.getOrDefault(role, Duration.ZERO));
        String text = JWT.create()
                .withHeader(Map.of("typ", typ(role)))
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withSubject(name)
                .withIssuedAt(now)
                .withExpiresAt(expiresAt)
                .withJWTId(UUID.randomUUID().toString())
                .sign(algorithm);
        return new Token(text, expiresAt);
    }

    /**
     * What a token allows.
     *
     * @throws Refusal when it is not one of this server's, or has run out
     */
    public Pass verify(String text) throws Refusal {
        try {
            DecodedJWT token = verifier.verify(text);
            // The verifier compares this too; a token of this server with another algorithm must not be possible at
            // all.
            if (!HS256.equals(token.getAlgorithm())) {
                throw unauthorized();
            }
            return new Pass(role(token.getType()), token.getSubject(), token.getExpiresAtAsInstant());
        } catch (TokenExpiredException e) {
            throw new Refusal(ErrorCode.TOKEN_EXPIRED, "The token has run out; sign in again.");
        } catch (JWTVerificationException | NullPointerException e) {
            // The library reads the word null as a header and trips over it, before it looks at the signature.
            throw unauthorized();
        }
    }

    private static Role role(String typ) throws Refusal {
        for (Role role : Role.values()) {
            if (typ(role).equals(typ)) {
                return role;
            }
        }
        throw unauthorized();
    }

    private static String typ(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    private static Refusal unauthorized() {
        return new Refusal(ErrorCode.UNAUTHORIZED, "The token is not good; sign in.");
    }
}
