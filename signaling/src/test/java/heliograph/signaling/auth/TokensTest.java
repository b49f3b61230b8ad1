package heliograph.signaling.auth;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.google.gson.JsonParser;
import heliograph.signaling.protocol.ErrorCode;
import heliograph.signaling.protocol.Role;
import heliograph.signaling.room.Grant;
import heliograph.signaling.room.Pass;
import heliograph.signaling.room.Refusal;
import heliograph.signaling.room.TestClock;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class TokensTest {
    private static final String CLAIMS = "{\"iss\":\"heliograph\",\"aud\":\"heliograph-room\",\"sub\":\"anna\","
            + "\"iat\":1795370400,\"exp\":1795377600,\"jti\":\"1\",\"sid\":\"1\",\"acv\":\"7\"}";

    private static final Grant ACCOUNT = new Grant.Account("anna", "7");

    @TempDir
    private Path data;

    private final TestClock clock = new TestClock();
    private PrivateFolder folder;
    private Tokens tokens;

    @BeforeEach
    void open() throws IOException {
        folder = PrivateFolder.open(data.resolve("data"));
        tokens = Tokens.open(folder, clock, new SecureRandom());
    }

    @Test
    void aTokenIsGoodForWhatItWasMadeForAndSaysWhatLetItsBearerIn() throws Exception {
        Pass broadcaster = tokens.verify(tokens.studio("studio").text());
        assertThat(broadcaster.role()).isEqualTo(Role.BROADCASTER);
        assertThat(broadcaster.grant()).isEqualTo(new Grant.Studio());
        for (Grant grant : List.of(ACCOUNT, new Grant.Invitation("k3f9ab"))) {
            Token token = tokens.viewer("anna", grant, Instant.MAX);
            Pass viewer = tokens.verify(token.text());
            assertThat(viewer).isEqualTo(new Pass(Role.VIEWER, "anna", token.expiresAt(), viewer.family(), grant));
        }
    }

    @Test
    void theStudiosTokenIsGoodForHoursAndInNoOtherRunOfTheServer() throws Exception {
        String token = tokens.studio("studio").text();
        Tokens nextRun = Tokens.open(folder, clock, new SecureRandom());
        assertThat(catchThrowableOfType(Refusal.class, () -> nextRun.verify(token))
                        .code())
                .isEqualTo(ErrorCode.UNAUTHORIZED);
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(tokens.verify(token).role()).isEqualTo(Role.BROADCASTER);
        clock.advance(Duration.ofSeconds(1));
        assertThat(refusal(token)).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void aBroadcastersTokenThatSaysNeitherItsRunNorItsCredentialIsRefused() throws Exception {
        String broadcaster = "{\"alg\":\"HS256\",\"typ\":\"broadcaster\"}";
        String good = CLAIMS.replace("\"acv\"", "\"crd\"");
        assertThat(tokens.verify(sign(broadcaster, good, "HmacSHA256")).grant()).isEqualTo(new Grant.Credential("7"));
        for (String bad : List.of(
                CLAIMS.replace(",\"acv\":\"7\"", ""),
                CLAIMS.replace("\"acv\"", "\"run\""),
                good.replace("\"crd\"", "\"run\":\"7\",\"crd\""))) {
            assertThat(refusal(sign(broadcaster, bad, "HmacSHA256"))).as(bad).isEqualTo(ErrorCode.UNAUTHORIZED);
        }
        assertThat(refusal(sign("{\"alg\":\"HS256\",\"typ\":\"viewer\"}", good, "HmacSHA256")))
                .isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void whatATokenIsRenewedIntoIsOfItsFamilyAndAnotherTokenOfTheSameAccountIsNot() throws Exception {
        Pass first = tokens.verify(tokens.viewer("anna", ACCOUNT, Instant.MAX).text());
        clock.advance(Duration.ofHours(11));
        Token renewed = tokens.renew(first, Instant.MAX);
        Pass second = tokens.verify(renewed.text());
        assertThat(second).isEqualTo(first.until(clock.instant().plus(Duration.ofHours(12))));
        assertThat(claim(renewed.text(), "jti")).isNotEqualTo(first.family());
        assertThat(tokens.verify(tokens.viewer("anna", ACCOUNT, Instant.MAX).text())
                        .family())
                .isNotEqualTo(first.family());
    }

    @Test
    void theFirstTokenOfAFamilyGivesItItsId() throws Exception {
        String token = tokens.viewer("anna", ACCOUNT, Instant.MAX).text();
        assertThat(claim(token, "jti")).isEqualTo(tokens.verify(token).family());
    }

    @Test
    void aTokenDoesNotOutliveWhatItWasGivenFor() {
        Instant last = clock.instant().plus(Duration.ofMinutes(5));
        assertThat(tokens.viewer("anna", new Grant.Invitation("k3f9ab"), last).expiresAt())
                .isEqualTo(last);
    }

    @Test
    void anAccountOfOneRunHasTheSameVersionForTheSamePasswordAndTheSameKeyAlone() throws Exception {
        Credentials credentials = new Credentials("anna", "secret-123");
        String version = tokens.versionOf(credentials);
        assertThat(Tokens.open(folder, clock, new SecureRandom()).versionOf(credentials))
                .isEqualTo(version);
        assertThat(tokens.versionOf(new Credentials("anna", "secret-124"))).isNotEqualTo(version);
        Tokens other = Tokens.open(PrivateFolder.open(data.resolve("other")), clock, new SecureRandom());
        assertThat(other.versionOf(credentials)).isNotEqualTo(version);
    }

    @Test
    void aTokenSaysWhatTheDesignAsksFor() {
        String[] parts = tokens.viewer("anna", ACCOUNT, Instant.MAX).text().split("\\.", -1);
        assertThat(decode(parts[0])).contains("\"alg\":\"HS256\"", "\"typ\":\"viewer\"");
        assertThat(decode(parts[1])).contains("\"iss\"", "\"aud\"", "\"sub\"", "\"iat\"", "\"exp\"", "\"jti\"");
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", "{}", "[]", "5", "\"x\"", "{\"alg\":null}", ""})
    void aTokenWhoseHeaderIsNoneIsRefusedLikeAnyOther(String header) {
        String text = encode(header) + "." + encode(header) + ".AA";
        assertThat(catchThrowableOfType(Refusal.class, () -> tokens.verify(text))
                        .code())
                .isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void twoTokensOfOneMomentDiffer() {
        assertThat(tokens.viewer("anna", ACCOUNT, Instant.MAX).text())
                .isNotEqualTo(tokens.viewer("anna", ACCOUNT, Instant.MAX).text());
    }

    @Test
    void aTokenIsStillGoodAfterARestart() throws Exception {
        String token = tokens.viewer("anna", ACCOUNT, Instant.MAX).text();
        assertThat(Tokens.open(folder, clock, new SecureRandom()).verify(token).name())
                .isEqualTo("anna");
    }

    @Test
    void aViewersTokenRunsOutAfterTwelveHours() throws Exception {
        String token = tokens.viewer("anna", ACCOUNT, Instant.MAX).text();
        clock.advance(Duration.ofHours(12).minusSeconds(1));
        assertThat(tokens.verify(token).name()).isEqualTo("anna");
        clock.advance(Duration.ofSeconds(1));
        assertThat(refusal(token)).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void anotherServersTokenIsNotGood() throws Exception {
        Tokens other = Tokens.open(PrivateFolder.open(data.resolve("other")), clock, new SecureRandom());
        assertThat(refusal(other.viewer("anna", ACCOUNT, Instant.MAX).text())).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void anotherServersTokenThatHasRunOutIsNotGoodEither() throws Exception {
        Tokens other = Tokens.open(PrivateFolder.open(data.resolve("other")), clock, new SecureRandom());
        String token = other.viewer("anna", ACCOUNT, Instant.MAX).text();
        clock.advance(Duration.ofDays(1));
        assertThat(refusal(token)).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void aViewersTokenDoesNotPassForABroadcastersWhenItsHeaderIsChanged() {
        String[] parts = tokens.viewer("anna", ACCOUNT, Instant.MAX).text().split("\\.", -1);
        String header = encode(decode(parts[0]).replace("viewer", "broadcaster"));
        assertThat(refusal(header + "." + parts[1] + "." + parts[2])).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void theSignatureAloneDoesNotMakeATokenGood() throws Exception {
        assertThat(tokens.verify(sign("{\"alg\":\"HS256\",\"typ\":\"viewer\"}", CLAIMS, "HmacSHA256"))
                        .name())
                .isEqualTo("anna");
        for (String header : new String[] {
            "{\"alg\":\"HS256\",\"typ\":\"JWT\"}",
            "{\"alg\":\"HS256\",\"typ\":\"guest\"}",
            "{\"alg\":\"HS256\",\"typ\":\"VIEWER\"}",
            "{\"alg\":\"HS256\"}"
        }) {
            assertThat(refusal(sign(header, CLAIMS, "HmacSHA256"))).as(header).isEqualTo(ErrorCode.UNAUTHORIZED);
        }
        for (String claim : new String[] {"iss", "aud", "sub", "iat", "exp", "jti", "sid", "acv"}) {
            String without = CLAIMS.replace("\"" + claim + "\"", "\"x\"");
            assertThat(refusal(sign("{\"alg\":\"HS256\",\"typ\":\"viewer\"}", without, "HmacSHA256")))
                    .as(claim)
                    .isEqualTo(ErrorCode.UNAUTHORIZED);
        }
        String otherAudience = CLAIMS.replace("heliograph-room", "other");
        assertThat(refusal(sign("{\"alg\":\"HS256\",\"typ\":\"viewer\"}", otherAudience, "HmacSHA256")))
                .isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void aViewersTokenIsGivenForOneThingAndABroadcastersForAnother() throws Exception {
        String viewer = "{\"alg\":\"HS256\",\"typ\":\"viewer\"}";
        String broadcaster = "{\"alg\":\"HS256\",\"typ\":\"broadcaster\"}";
        String both = CLAIMS.replace("\"acv\"", "\"inv\":\"k3f9ab\",\"acv\"");
        assertThat(refusal(sign(viewer, both, "HmacSHA256"))).isEqualTo(ErrorCode.UNAUTHORIZED);
        assertThat(refusal(sign(broadcaster, CLAIMS, "HmacSHA256"))).isEqualTo(ErrorCode.UNAUTHORIZED);
        String number = CLAIMS.replace("\"sid\":\"1\"", "\"sid\":1");
        assertThat(refusal(sign(viewer, number, "HmacSHA256"))).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void aClockThatIsSetBackALittleMakesNoTokenVoidAndOneFromTheFutureIsRefused() throws Exception {
        Token token = tokens.viewer("anna", ACCOUNT, Instant.MAX);
        clock.advance(Duration.ofMinutes(-1));
        assertThat(tokens.verify(token.text()).name()).isEqualTo("anna");
        clock.advance(Duration.ofSeconds(-1));
        assertThat(refusal(token.text())).isEqualTo(ErrorCode.UNAUTHORIZED);
        clock.advance(Duration.ofSeconds(61).plus(Tokens.LIFETIME));
        assertThat(refusal(token.text())).isEqualTo(ErrorCode.TOKEN_EXPIRED);
    }

    @Test
    void anInvitationIsNoToken() throws Exception {
        InvitationBook book = new InvitationBook(folder, new SecureRandom(), clock);
        assertThat(refusal(book.create("Anna", 1, Duration.ofHours(1)).secret()))
                .isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void onlyHs256IsAccepted() throws Exception {
        assertThat(refusal(sign("{\"alg\":\"HS384\",\"typ\":\"viewer\"}", CLAIMS, "HmacSHA384")))
                .isEqualTo(ErrorCode.UNAUTHORIZED);
        String none = encode("{\"alg\":\"none\",\"typ\":\"viewer\"}") + "." + encode(CLAIMS) + ".";
        assertThat(refusal(none)).isEqualTo(ErrorCode.UNAUTHORIZED);
        String unsigned = encode("{\"alg\":\"HS256\",\"typ\":\"viewer\"}") + "." + encode(CLAIMS) + ".";
        assertThat(refusal(unsigned)).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ".", "..", "a.b.c", "eyJ", "eyJhbGciOiJIUzI1NiJ9..", "\u0000"})
    void whatIsNoTokenIsNotGood(String text) {
        assertThat(refusal(text)).isEqualTo(ErrorCode.UNAUTHORIZED);
    }

    @Test
    void aDamagedKeyIsSaidSoAndNotReplaced() throws Exception {
        folder.write("token.key", new byte[] {1});
        assertThatThrownBy(() -> Tokens.open(folder, clock, new SecureRandom()))
                .isInstanceOf(IOException.class)
                .hasMessageContaining("token.key");
    }

    @Test
    void aTokenIsNotInItsText() {
        Token token = tokens.viewer("anna", ACCOUNT, Instant.MAX);
        assertThat(token.toString()).doesNotContain(token.text());
    }

    private ErrorCode refusal(String token) {
        return catchThrowableOfType(Refusal.class, () -> tokens.verify(token)).code();
    }

    /** A token signed with the server's own key, whatever it says. */
    private String sign(String header, String claims, String algorithm) throws IOException, GeneralSecurityException {
        String signed = encode(header) + "." + encode(claims);
        Mac mac = Mac.getInstance(algorithm);
        mac.init(new SecretKeySpec(folder.read("token.key").orElseThrow(), algorithm));
        byte[] signature = mac.doFinal(signed.getBytes(StandardCharsets.UTF_8));
        return signed + "." + Base64.getUrlEncoder().withoutPadding().encodeToString(signature);
    }

    private static String claim(String token, String name) {
        return JsonParser.parseString(decode(token.split("\\.", -1)[1]))
                .getAsJsonObject()
                .get(name)
                .getAsString();
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }

    private static String decode(String part) {
        return new String(Base64.getUrlDecoder().decode(part), StandardCharsets.UTF_8);
    }
}
