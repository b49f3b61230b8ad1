package heliograph.signaling.http;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads whom proxies say that they forward for: one entry a hop, the nearest last. Holds nothing; any thread. */
final class ForwardedFor {
    /** RFC 7239, section 4: what is between commas and semicolons, which may be in quotes too. Possessive, as a stranger may write it. */
    private static final Pattern PAIR = Pattern.compile(
            "\\s*+([!#$%&'*+.^_`|~0-9A-Za-z-]++)=(\"(?:[^\"\\\\]++|\\\\.)*+\"|[!#$%&'*+.^_`|~0-9A-Za-z-]++)\\s*+");

    /** RFC 7239, section 6: an address, of IPv6 in brackets, perhaps with a port. */
    private static final Pattern NODE = Pattern.compile("\\[([0-9a-fA-F:.]++)](?::[^:]++)?+|([0-9.]++)(?::[^:]++)?+");

    private ForwardedFor() {}

    /** Of {@code Forwarded}: the nodes; empty text for a hop that names none, or cannot be read. */
    static List<String> standard(List<String> lines) {
        List<String> hops = new ArrayList<>();
        for (String line : lines) {
            for (String element : split(line, ',')) {
                hops.add(node(element));
            }
        }
        return hops;
    }

    /** Of {@code X-Forwarded-For}: the same. IPv6 stands there without brackets too. */
    static List<String> customary(List<String> lines) {
        List<String> hops = new ArrayList<>();
        for (String line : lines) {
            for (String hop : line.split(",", -1)) {
                String text = hop.trim();
                hops.add(CidrBlock.literal(text).isPresent() ? text : address(text));
            }
        }
        return hops;
    }

    private static String node(String element) {
        String found = "";
        for (String pair : split(element, ';')) {
            Matcher matcher = PAIR.matcher(pair);
            if (!matcher.matches()) {
                return "";
            }
            if (matcher.group(1).toLowerCase(Locale.ROOT).equals("for")) {
                if (!found.isEmpty()) {
                    return "";
                }
                found = address(unquoted(matcher.group(2)));
            }
        }
        return found;
    }

    private static String unquoted(String value) {
        return value.startsWith("\"") ? value.substring(1, value.length() - 1).replaceAll("\\\\(.)", "$1") : value;
    }

    private static String address(String node) {
        Matcher matcher = NODE.matcher(node);
        if (!matcher.matches()) {
            return "";
        }
        return matcher.group(1) == null ? matcher.group(2) : matcher.group(1);
    }

    /** At what is not in quotes. */
    private static List<String> split(String text, char at) {
        List<String> parts = new ArrayList<>();
        StringBuilder part = new StringBuilder();
        boolean quoted = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (quoted && c == '\\' && i + 1 < text.length()) {
                part.append(c).append(text.charAt(++i));
                continue;
            }
            if (c == '"') {
                quoted = !quoted;
            }
            if (c == at && !quoted) {
                parts.add(part.toString());
                part.setLength(0);
            } else {
                part.append(c);
            }
        }
        parts.add(part.toString());
        return parts;
    }
}
