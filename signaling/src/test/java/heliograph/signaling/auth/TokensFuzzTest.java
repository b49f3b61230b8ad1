package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.stream.JsonReader;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Pass;
import heliograph.signaling.room.Refusal;
import heliograph.signaling.room.TestClock;
import java.io.IOException;
import java.io.StringReader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** What a stranger shows as a token. The key is known here, so that the corpus can hold tokens that are almost good. */
class TokensFuzzTest {
    private static final byte[] KEY = key();
    private static final String GOOD = String.join(
            ".",
            "eyJhbGciOiJIUzI1NiIsInR5cCI6InZpZXdlciJ9",
            "eyJpc3MiOiJoZWxpb2dyYXBoIiwiYXVkIjoiaGVsaW9ncmFwaC1yb29tIiwic3ViIjoiYW5uYSIsImlhdCI6MTc5NTM3MDQwMCwi"
                    + "ZXhwIjoxNzk1Mzc3NjAwLCJqdGkiOiIxIiwic2lkIjoiMSIsImFjdiI6IjEifQ",
            "1GHvP5c1gqQlhZOs079AgAQH0pGQw8LSuriyor56oSw");

    @TempDir
    private static Path data;

    private static final TestClock CLOCK = new TestClock();
    private static Tokens tokens;

    @BeforeAll
    static void open() throws IOException, Refusal {
        PrivateFolder folder = PrivateFolder.open(data.resolve("data"));
        folder.write("token.key", KEY);
        tokens = Tokens.open(folder, CLOCK, new SecureRandom());
        assertThat(tokens.verify(GOOD).name()).isEqualTo("anna");
    }

    @FuzzTest
    void noTextIsLetInButTheVeryTokenThatWasGivenOut(byte[] text) {
        String token = new String(text, StandardCharsets.UTF_8);
        try {
            tokens.verify(token);
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isIn(ErrorCode.UNAUTHORIZED, ErrorCode.TOKEN_EXPIRED);
            return;
        }
        assertThat(token).isEqualTo(GOOD);
    }

    /** The input is a header, a line's end, and claims; they are signed with the server's own key. */
    @FuzzTest
    void whatIsRightlySignedIsLetInOnlyWhenEveryClaimIsOurs(byte[] text) throws GeneralSecurityException {
        String[] parts = new String(text, StandardCharsets.UTF_8).split("\n", 2);
        if (parts.length < 2) {
            return;
        }
        Pass pass;
        try {
            pass = tokens.verify(signed(parts[0], parts[1]));
        } catch (Refusal refusal) {
            assertThat(refusal.code()).isIn(ErrorCode.UNAUTHORIZED, ErrorCode.TOKEN_EXPIRED);
            return;
        }
        JsonObject header = object(parts[0]);
        JsonObject claims = object(parts[1]);
        assertThat(header.get("alg").getAsString()).isEqualTo("HS256");
        assertThat(header.get("typ").getAsString())
                .isEqualTo(pass.role().name().toLowerCase(Locale.ROOT))
                .isIn(Set.of("viewer", "broadcaster"));
        assertThat(claims.get("iss").getAsString()).isEqualTo("heliograph");
        assertThat(audience(claims.get("aud"))).contains("heliograph-room");
        assertThat(pass.name()).isEqualTo(claims.get("sub").getAsString());
        assertThat(pass.expiresAt()).isAfter(CLOCK.instant());
        assertThat(claims.get("jti").isJsonNull()).isFalse();
        assertThat(pass.family()).isEqualTo(claims.get("sid").getAsString());
        assertThat(claims.has("acv") || claims.has("inv")).isEqualTo(pass.role() == Role.VIEWER);
    }

    /** By another reader than the one that is looked at. Both take what follows the object for nothing. */
    private static JsonObject object(String json) {
        return JsonParser.parseReader(new JsonReader(new StringReader(json))).getAsJsonObject();
    }

    private static List<String> audience(JsonElement aud) {
        return aud.isJsonArray()
                ? aud.getAsJsonArray().asList().stream()
                        .map(JsonElement::getAsString)
                        .toList()
                : List.of(aud.getAsString());
    }

    private static String signed(String header, String claims) throws GeneralSecurityException {
        String signed =
                encode(header.getBytes(StandardCharsets.UTF_8)) + "." + encode(claims.getBytes(StandardCharsets.UTF_8));
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(KEY, "HmacSHA256"));
        return signed + "." + encode(mac.doFinal(signed.getBytes(StandardCharsets.US_ASCII)));
    }

    private static String encode(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] key() {
        byte[] key = new byte[32];
        for (int i = 0; i < key.length; i++) {
            key[i] = (byte) i;
        }
        return key;
    }
}
