package heliograph.signaling.auth;

import com.auth0.jwt.JWT;
import com.auth0.jwt.JWTCreator;
import com.auth0.jwt.JWTVerifier;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.TokenExpiredException;
import com.auth0.jwt.interfaces.DecodedJWT;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Grant;
import heliograph.signaling.room.Pass;
import heliograph.signaling.room.Refusal;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
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
    private static final int VERSION_BYTES = 8;
    private static final String ISSUER = "heliograph";
    private static final String AUDIENCE = "heliograph-room";
    private static final String HS256 = "HS256";
    /** A viewer's token, and the studio's; one that is renewed lives as long again. */
    static final Duration LIFETIME = Duration.ofHours(12);

    /** So far the clock may be set back without a token being from the future. */
    private static final Duration SET_BACK = Duration.ofMinutes(1);

    /** The {@code jti} of the first token of a family, which all that it was renewed into carry. */
    private static final String FAMILY = "sid";

    private static final String ACCOUNT_VERSION = "acv";
    private static final String INVITATION = "inv";
    private static final String RUN = "run";
    private static final String CREDENTIAL = "crd";

    private final Algorithm algorithm;
    private final InstantSource clock;
    private final JWTVerifier verifier;
    /** What tells this run of the server from others: a studio ends with the server that started it, and so does its token. */
    private final String run = UUID.randomUUID().toString();

    private Tokens(byte[] key, InstantSource clock) {
        this.clock = clock;
        algorithm = Algorithm.HMAC256(key);
        JWTVerifier.BaseVerification verification = (JWTVerifier.BaseVerification) JWT.require(algorithm)
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                // This computer's clock made it and judges it, and is set back a little now and then.
                .acceptIssuedAt(SET_BACK.toSeconds())
                .withClaimPresence("sub")
                .withClaimPresence("iat")
                .withClaimPresence("exp")
                .withClaimPresence("jti")
                .withClaimPresence(FAMILY);
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
        // A command may make a credential just when the first server starts: there must be one key.
        return new Tokens(folder.exclusively(() -> key(folder, random)), clock);
    }

    private static byte[] key(PrivateFolder folder, SecureRandom random) throws IOException {
        Optional<byte[]> stored = folder.read(KEY_FILE);
        if (stored.isPresent()) {
            if (stored.get().length != KEY_BYTES) {
                throw new IOException(
                        KEY_FILE + " in " + folder + " is damaged; delete it, and everybody signs in anew");
            }
            return stored.get();
        }
        byte[] key = new byte[KEY_BYTES];
        random.nextBytes(key);
        folder.write(KEY_FILE, key);
        return key;
    }

    /** A new token for the studio that this server's own program starts: good for 12 hours, in this run of the server alone. */
    public Token studio(String name) {
        String id = UUID.randomUUID().toString();
        return sign(new Pass(Role.BROADCASTER, name, until(Instant.MAX), id, new Grant.Studio()), id);
    }

    /** The token of a remote broadcaster's credential, which is never renewed. */
    Token broadcaster(BroadcasterCredential credential) {
        Grant grant = new Grant.Credential(credential.id());
        String id = UUID.randomUUID().toString();
        return sign(new Pass(Role.BROADCASTER, credential.name(), credential.expiresAt(), id, grant), id);
    }

    /** A new viewer's token, the first of a family: good for 12 hours, and never longer than until {@code last}. */
    public Token viewer(String name, Grant grant, Instant last) {
        String id = UUID.randomUUID().toString();
        return sign(new Pass(Role.VIEWER, name, until(last), id, grant), id);
    }

    /**
     * The version of an account's credentials where none is stored: the same for the same password for as long as the key
     * is the same, and nothing that a password could be tried against without it.
     */
    public String versionOf(Credentials credentials) {
        // With a space in it: no token begins like that, so that this is never a token's signature.
        byte[] purpose = "account version".getBytes(StandardCharsets.US_ASCII);
        byte[] account = (credentials.username() + '\0' + credentials.password()).getBytes(StandardCharsets.UTF_8);
        return HexFormat.of().formatHex(algorithm.sign(purpose, account), 0, VERSION_BYTES);
    }

    /** A viewer's token by an invitation, of a family that may have others: whoever did not get the one before gets one more. */
    Token invited(Invitation invitation, String family) {
        Grant grant = new Grant.Invitation(invitation.id());
        Instant last = until(invitation.expiresAt());
        return sign(
                new Pass(Role.VIEWER, invitation.name(), last, family, grant),
                UUID.randomUUID().toString());
    }

    /** The next token of a family, for as long as a first one. */
    Token renew(Pass pass, Instant last) {
        return sign(pass.until(until(last)), UUID.randomUUID().toString());
    }

    private Token sign(Pass pass, String id) {
        JWTCreator.Builder builder = JWT.create()
                .withHeader(Map.of("typ", typ(pass.role())))
                .withIssuer(ISSUER)
                .withAudience(AUDIENCE)
                .withSubject(pass.name())
                .withIssuedAt(now())
                .withExpiresAt(pass.expiresAt())
                .withJWTId(id)
                .withClaim(FAMILY, pass.family());
        if (pass.grant() instanceof Grant.Account account) {
            builder.withClaim(ACCOUNT_VERSION, account.version());
        } else if (pass.grant() instanceof Grant.Invitation invitation) {
            builder.withClaim(INVITATION, invitation.id());
        } else if (pass.grant() instanceof Grant.Credential credential) {
            builder.withClaim(CREDENTIAL, credential.id());
        } else {
            builder.withClaim(RUN, run);
        }
        return new Token(builder.sign(algorithm), pass.expiresAt());
    }

    private Instant until(Instant last) {
        Instant usual = now().plus(LIFETIME);
        return usual.isBefore(last) ? usual : last.truncatedTo(ChronoUnit.SECONDS);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.SECONDS);
    }

    /**
     * What a token allows.
     *
     * @throws Refusal when it is not one of this server's, or has run out
     */
    public Pass verify(String text) throws Refusal {
        try {
            DecodedJWT token = verifier.verify(text);
            // The verifier compares the algorithm too; a token of this server with another one must not be possible at
            // all. That a claim is there, the verifier also says of one that is null.
            if (!HS256.equals(token.getAlgorithm())
                    || text(token, "jti").isEmpty()
                    || !canonical(token.getSignature())) {
                throw unauthorized();
            }
            Role role = role(token.getType());
            String name = text(token, "sub").orElseThrow(Tokens::unauthorized);
            return new Pass(
                    role,
                    name,
                    token.getExpiresAtAsInstant(),
                    text(token, FAMILY).orElseThrow(Tokens::unauthorized),
                    grant(role, name, token));
        } catch (TokenExpiredException e) {
            throw new Refusal(ErrorCode.TOKEN_EXPIRED, "The token has run out; sign in again.");
        } catch (RuntimeException e) {
            // Not only its own JWTVerificationException: the library trips over a header that is the word null, and
            // over a
            // time that no Instant can hold, before it looks at the signature.
            throw unauthorized();
        }
    }

    /** Each says for what one thing it was given: a viewer's for one of two, a broadcaster's for one of two others. */
    private Grant grant(Role role, String name, DecodedJWT token) throws Refusal {
        Map<String, String> said = new HashMap<>();
        for (String claim : List.of(ACCOUNT_VERSION, INVITATION, RUN, CREDENTIAL)) {
            text(token, claim).ifPresent(it -> said.put(claim, it));
        }
        if (said.size() == 1) {
            String version = said.get(ACCOUNT_VERSION);
            if (role == Role.VIEWER && version != null) {
                return new Grant.Account(name, version);
            }
            String invitation = said.get(INVITATION);
            if (role == Role.VIEWER && invitation != null) {
                return new Grant.Invitation(invitation);
            }
            String credential = said.get(CREDENTIAL);
            if (role == Role.BROADCASTER && credential != null) {
                return new Grant.Credential(credential);
            }
            if (role == Role.BROADCASTER && run.equals(said.get(RUN))) {
                return new Grant.Studio();
            }
        }
        throw unauthorized();
    }

    /** Empty also where it is no text: the library's own getters for the registered ones make one of a number. */
    private static Optional<String> text(DecodedJWT token, String claim) {
        return Optional.ofNullable(token.getClaim(claim).asString());
    }

    /**
     * Whether Base64 has no shorter way to say this, nor another (RFC 4648, section 3.5): the decoder passes over padding
     * and over the last two bits, but one signature has one text, so that a token does too.
     */
    private static boolean canonical(String signature) {
        byte[] bytes = Base64.getUrlDecoder().decode(signature);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes).equals(signature);
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
