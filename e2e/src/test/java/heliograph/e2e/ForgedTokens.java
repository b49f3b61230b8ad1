package heliograph.e2e;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What can be made of a good token by somebody who should not get in with it; some of it even with the server's own key. */
final class ForgedTokens {
    private static final byte[] FOREIGN = "a key that is not the server's, 256 bit".getBytes(StandardCharsets.US_ASCII);

    private final String header;
    private final String claims;
    private final String signature;
    private final byte[] key;

    private ForgedTokens(String good, byte[] key) {
        String[] parts = good.split("\\.", -1);
        this.header = decode(parts[0]);
        this.claims = decode(parts[1]);
        this.signature = parts[2];
        this.key = key;
    }

    /** By what was wrong with each. */
    static Map<String, String> of(String good, Path data) throws IOException, GeneralSecurityException {
        return new ForgedTokens(good, Files.readAllBytes(data.resolve("token.key"))).all();
    }

    /** The same as it was when it had an hour left, so that the server renews it, made with the server's key. */
    static String old(String good, Path data) throws IOException, GeneralSecurityException {
        ForgedTokens by = new ForgedTokens(good, Files.readAllBytes(data.resolve("token.key")));
        long end = Instant.now().plus(Duration.ofHours(1)).getEpochSecond();
        return sign(by.header, with(with(by.claims, "exp", end), "iat", end - 43_200), by.key, "HmacSHA256");
    }

    private Map<String, String> all() throws GeneralSecurityException {
        Map<String, String> tokens = new LinkedHashMap<>();
        tokens.put("alg none", encode(header.replace("HS256", "none")) + "." + encode(claims) + ".");
        tokens.put("alg NONE", encode(header.replace("HS256", "NONE")) + "." + encode(claims) + "." + signature);
        tokens.put("no signature", encode(header) + "." + encode(claims) + ".");
        tokens.put(
                "RS256, with a MAC for a signature", sign(header.replace("HS256", "RS256"), claims, key, "HmacSHA256"));
        tokens.put("HS512 with the server's key", sign(header.replace("HS256", "HS512"), claims, key, "HmacSHA512"));
        tokens.put("a foreign key", sign(header, claims, FOREIGN, "HmacSHA256"));
        tokens.put("a key of its own in the header", sign(with(header, "jwk", "x"), claims, FOREIGN, "HmacSHA256"));
        tokens.put(
                "a kind swapped without the key", encode(kind("broadcaster")) + "." + encode(claims) + "." + signature);
        for (String kind : new String[] {"invitation", "whep", "JWT", "Viewer"}) {
            tokens.put("the kind " + kind, sign(kind(kind), claims, key, "HmacSHA256"));
        }
        tokens.put("of another issuer", sign(header, with(claims, "iss", "other"), key, "HmacSHA256"));
        tokens.put("for another audience", sign(header, with(claims, "aud", "other"), key, "HmacSHA256"));
        tokens.put("expired", sign(header, yesterday(), key, "HmacSHA256"));
        tokens.put("the last bits of the signature", otherLastBits());
        tokens.put("padded", encode(header) + "." + encode(claims) + "." + signature + "=");
        tokens.put(
                "a year that no clock knows",
                encode(header) + "." + encode(with(claims, "iat", Long.MAX_VALUE)) + ".x");
        return tokens;
    }

    private String kind(String typ) {
        return with(header, "typ", typ);
    }

    private String yesterday() {
        long end = Instant.now().minus(Duration.ofDays(1)).getEpochSecond();
        return with(with(claims, "exp", end), "iat", end - 3600);
    }

    /** 43 characters say 258 bits, of which the last two mean nothing. */
    private String otherLastBits() {
        String alphabet = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
        int last = alphabet.indexOf(signature.charAt(signature.length() - 1));
        String other = signature.substring(0, signature.length() - 1) + alphabet.charAt(last ^ 1);
        return encode(header) + "." + encode(claims) + "." + other;
    }

    private static String with(String json, String name, Object value) {
        JsonObject object = JsonParser.parseString(json).getAsJsonObject();
        if (value instanceof Number number) {
            object.addProperty(name, number);
        } else {
            object.addProperty(name, value.toString());
        }
        return object.toString();
    }

    private static String sign(String header, String claims, byte[] key, String algorithm)
            throws GeneralSecurityException {
        String signed = encode(header) + "." + encode(claims);
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(key, algorithm));
        return signed + "."
                + Base64.getUrlEncoder()
                        .withoutPadding()
                        .encodeToString(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
