package heliograph.signaling.http;

import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A block of addresses (RFC 4632, section 3.1): an address, or one with the length of its prefix. Immutable; any thread.
 *
 * @param address any of the block's
 * @param prefix so many bits are the same in all of them
 */
public record CidrBlock(InetAddress address, int prefix) {
    private static final Pattern IPV4 = Pattern.compile("(?:(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)(?:\\.(?!$)|$)){4}");
    private static final Pattern IPV6 = Pattern.compile("[0-9a-fA-F]*+:[0-9a-fA-F:.]*+");
    /** Of IPv6 with an IPv4 address at its end (RFC 4291, section 2.2). */
    private static final int LONGEST_LITERAL = 45;

    private static final int PRIVATE = 8;
    private static final int UNIQUE_LOCAL = 7;

    private static final Pattern LENGTH = Pattern.compile("\\d{1,3}");

    /** What a text such as {@code 10.0.0.0/8} or {@code ::1} says; empty where it says none. */
    public static Optional<CidrBlock> parse(String text) {
        int slash = text.indexOf('/');
        String length = slash < 0 ? "" : text.substring(slash + 1);
        if (slash >= 0 && !LENGTH.matcher(length).matches()) {
            return Optional.empty();
        }
        return literal(slash < 0 ? text : text.substring(0, slash)).flatMap(address -> {
            int bits = address.getAddress().length * 8;
            int prefix = slash < 0 ? bits : Integer.parseInt(length);
            return prefix <= bits ? Optional.of(new CidrBlock(address, prefix)) : Optional.empty();
        });
    }

    /** An address in figures; no name is ever asked for. */
    static Optional<InetAddress> literal(String text) {
        if (text.length() > LONGEST_LITERAL) {
            return Optional.empty();
        }
        if (!IPV4.matcher(text).matches() && !IPV6.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            return Optional.of(InetAddress.getByName(text));
        } catch (UnknownHostException e) {
            return Optional.empty();
        }
    }

    /** Whether it is larger than the largest private network: 10.0.0.0/8 (RFC 1918, section 3), fc00::/7 (RFC 4193, section 3.1). */
    public boolean isVast() {
        return prefix < (address instanceof Inet6Address ? UNIQUE_LOCAL : PRIVATE);
    }

    @Override
    public String toString() {
        return address.getHostAddress() + "/" + prefix;
    }

    boolean contains(InetAddress other) {
        byte[] ours = address.getAddress();
        byte[] theirs = other.getAddress();
        if (ours.length != theirs.length) {
            return false;
        }
        for (int bit = 0; bit < prefix; bit++) {
            int mask = 0x80 >> (bit % 8);
            if (((ours[bit / 8] ^ theirs[bit / 8]) & mask) != 0) {
                return false;
            }
        }
        return true;
    }
}
