package heliograph.whepcheck;

import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import java.net.URI;
import java.net.http.HttpHeaders;
import java.net.http.HttpResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * What a server answered. Immutable.
 *
 * @param endless it sends a player on once more that was sent on too often already
 */
record Reply(URI uri, int status, HttpHeaders headers, String body, boolean endless) {
    static final String PROBLEM = "application/problem+json";

    private static final Pattern STRONG_TAG = Pattern.compile("\"[\\x21\\x23-\\x7e]+\"");

    static Reply of(HttpResponse<String> response) {
        return new Reply(response.uri(), response.statusCode(), response.headers(), response.body(), false);
    }

    /** The same as the last of too many. */
    Reply asEndless() {
        return new Reply(uri, status, headers, body, true);
    }

    boolean is(int... statuses) {
        return Arrays.stream(statuses).anyMatch(it -> it == status);
    }

    boolean isSuccess() {
        return status / 100 == 2;
    }

    boolean isClientError() {
        return status / 100 == 4;
    }

    /** Too much is asked of it for now. */
    boolean isBusy() {
        return is(429, 503);
    }

    Optional<String> header(String name) {
        return headers.firstValue(name);
    }

    /** Whether a header field that is a list has this entry, or the wildcard; upper and lower case are one. */
    boolean lists(String name, String entry) {
        return list(name).stream().anyMatch(it -> it.equals("*") || it.equals(entry.toLowerCase(Locale.ROOT)));
    }

    /** The same without the wildcard, which does not mean {@code Authorization} (Fetch, section 4.9). */
    boolean listsByName(String name, String entry) {
        return list(name).contains(entry.toLowerCase(Locale.ROOT));
    }

    private List<String> list(String name) {
        return headers.allValues(name).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(entry -> entry.trim().toLowerCase(Locale.ROOT))
                .toList();
    }

    boolean isOfType(String type) {
        return header("Content-Type")
                .map(value -> value.split(";", 2)[0].trim().equalsIgnoreCase(type))
                .orElse(false);
    }

    /** The entity-tag if it is a strong one. */
    Optional<String> strongTag() {
        return header("ETag").filter(tag -> STRONG_TAG.matcher(tag).matches());
    }

    /** Whether a page of this origin may read it. */
    boolean isReadableBy(String origin) {
        return header("Access-Control-Allow-Origin")
                .map(allowed -> allowed.equals("*") || allowed.equals(origin))
                .orElse(false);
    }

    /** The body as a problem (RFC 9457); empty where it is none. */
    Optional<JsonObject> problem() {
        try {
            return isOfType(PROBLEM) ? Optional.of(JsonParser.parseString(body).getAsJsonObject()) : Optional.empty();
        } catch (JsonParseException | IllegalStateException e) {
            return Optional.empty();
        }
    }

    /** In few words, and without what may be secret. */
    @Override
    public String toString() {
        return endless ? status + " again and again" : String.valueOf(status);
    }
}
