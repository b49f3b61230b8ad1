package heliograph.relay.rtp;

/** Integers in network byte order (RFC 1700), in place. Holds nothing; any thread. */
public final class NetworkOrder {
    private NetworkOrder() {}

    public static int u8(byte[] bytes, int at) {
        return bytes[at] & 0xff;
    }

    public static int u16(byte[] bytes, int at) {
        return ((bytes[at] & 0xff) << 8) | (bytes[at + 1] & 0xff);
    }

    public static int i32(byte[] bytes, int at) {
        return (u16(bytes, at) << 16) | u16(bytes, at + 2);
    }

    public static long u32(byte[] bytes, int at) {
        return i32(bytes, at) & 0xffffffffL;
    }

    public static void put8(byte[] bytes, int at, int value) {
        bytes[at] = (byte) value;
    }

    public static void put16(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 8);
        bytes[at + 1] = (byte) value;
    }

    public static void put24(byte[] bytes, int at, int value) {
        bytes[at] = (byte) (value >> 16);
        put16(bytes, at + 1, value);
    }

    public static void put32(byte[] bytes, int at, int value) {
        put16(bytes, at, value >> 16);
        put16(bytes, at + 2, value);
    }
}
