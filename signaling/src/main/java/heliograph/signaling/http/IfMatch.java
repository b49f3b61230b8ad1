package heliograph.signaling.http;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The precondition {@code If-Match} (RFC 9110, section 13.1.1). Immutable.
 *
 * @param any whatever the entity is now
 * @param strong the entity-tags of which it must be one; weak ones never match
 */
record IfMatch(boolean any, Set<String> strong) {
    private static final Pattern TAG = Pattern.compile("(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*\")");

    IfMatch {
        strong = Set.copyOf(strong);
    }

    /** The request's; empty when it has none. */
    static Optional<IfMatch> of(HttpFields headers) {
        List<String> values = headers.getValuesList(HttpHeader.IF_MATCH);
        if (values.isEmpty()) {
            return Optional.empty();
        }
        String value = String.join(",", values).trim();
        Set<String> tags = TAG.matcher(value)
                .results()
                .filter(tag -> tag.group(1) == null)
                .map(tag -> tag.group(2))
                .collect(Collectors.toSet());
        // RFC 9725 and the draft mean * and write "*" in their examples, and so do players.
        return Optional.of(new IfMatch(value.equals("*") || tags.contains("\"*\""), tags));
    }

    boolean matches(String etag) {
        return any || strong.contains(etag);
    }
}
