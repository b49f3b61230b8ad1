package heliograph.broadcaster.link;

/** The video codec to send: AUTO takes the best that the viewer can play, another is preferred where it can. */
public enum VideoCodec {
    AUTO,
    VP8,
    VP9,
    H264,
    AV1
}
