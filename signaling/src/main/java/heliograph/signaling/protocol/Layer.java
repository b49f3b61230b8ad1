package heliograph.signaling.protocol;

/** Which encode an upstream session of the relay asks the broadcaster for. */
public enum Layer {
    /** The picture as it is. */
    FULL,
    /** Half its width and height, at about a quarter of the bitrate. */
    HALF
}
