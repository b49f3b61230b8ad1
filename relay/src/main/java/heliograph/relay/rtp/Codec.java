package heliograph.relay.rtp;

/** The codecs that are forwarded. */
public enum Codec {
    /** RFC 7741. */
    VP8(90_000, "VP8/90000"),
    /** RFC 6184; constrained baseline, not interleaved. */
    H264(90_000, "H264/90000"),
    /** RFC 7587. */
    OPUS(48_000, "opus/48000/2");

    private final int clockRate;
    private final String map;

    Codec(int clockRate, String map) {
        this.clockRate = clockRate;
        this.map = map;
    }

    /** Steps of RTP's time in a second. */
    public int clockRate() {
        return clockRate;
    }

    /** What {@code rtpmap} says of it. */
    public String map() {
        return map;
    }

    public boolean isVideo() {
        return this != OPUS;
    }

    /** The media type of the sections of a description that it may stand in (RFC 8866, section 5.14). */
    public String kind() {
        return isVideo() ? "video" : "audio";
    }
}
