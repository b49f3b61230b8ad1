package heliograph.signaling.http;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpFields;
import org.eclipse.jetty.http.HttpHeader;

/**
 * The precondition {@code If-Match} (RFC 9110, section 13.1.1). Immutable.
 *
 * @param any whatever the entity is now
 * @param strong the entity-tags of which it must be one; weak ones never match
 */
record IfMatch(boolean any, Set<String> strong) {
    /** The next of a list (RFC 9110, sections 5.6.1 and 8.8.3), of which some elements may be empty. */
    private static final Pattern TAG =
            Pattern.compile("\\G[ \\t,]*+(W/)?(\"[\\x21\\x23-\\x7e\\x80-\\xff]*+\")[ \\t]*+(?=,|\\z)");

    private static final Pattern NOTHING_MORE = Pattern.compile("[ \\t,]*+");

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
        Set<String> tags = new HashSet<>();
        Matcher tag = TAG.matcher(value);
        int end = 0;
        while (tag.find()) {
            end = tag.end();
            if (tag.group(1) == null) {
                tags.add(tag.group(2));
            }
        }
        if (!NOTHING_MORE.matcher(value.substring(end)).matches()) {
            // What is no list names nothing.
            tags.clear();
        }
        // RFC 9725 and the draft mean * and write "*" in their examples, and so do players.
        return Optional.of(new IfMatch(value.equals("*") || tags.contains("\"*\""), tags));
    }

    boolean matches(String etag) {
        return any || strong.contains(etag);
    }
}
