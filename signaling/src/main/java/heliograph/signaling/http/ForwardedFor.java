package heliograph.signaling.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
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
            elements(line).forEach(element -> hops.add(node(element)));
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

    /**
     * RFC 7239, section 4. A proxy may append to a line as it came, and what a stranger left open in it must not swallow what the
     * proxy says: so for as long as a quote is open at the end, what is behind the last comma stands for itself.
     */
    private static List<String> elements(String line) {
        boolean[] quoted = quoted(line);
        Deque<String> behind = new ArrayDeque<>();
        int end = line.length();
        while (quoted[end]) {
            int comma = line.lastIndexOf(',', end - 1);
            behind.addFirst(line.substring(comma + 1, end));
            end = Math.max(comma, 0);
        }
        List<String> all = new ArrayList<>(split(line.substring(0, end), ','));
        all.addAll(behind);
        return all;
    }

    /** At what is not in quotes. */
    private static List<String> split(String text, char at) {
        boolean[] quoted = quoted(text);
        List<String> parts = new ArrayList<>();
        int begin = 0;
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) == at && !quoted[i]) {
                parts.add(text.substring(begin, i));
                begin = i + 1;
            }
        }
        parts.add(text.substring(begin));
        return parts;
    }

    /** Before each character, and at the end: whether a quote is open (RFC 9110, section 5.6.4). */
    private static boolean[] quoted(String text) {
        boolean[] quoted = new boolean[text.length() + 1];
        boolean open = false;
        boolean escaped = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (escaped) {
                escaped = false;
            } else if (c == '"') {
                open = !open;
            } else {
                escaped = open && c == '\\';
            }
            quoted[i + 1] = open;
        }
        return quoted;
    }
}
