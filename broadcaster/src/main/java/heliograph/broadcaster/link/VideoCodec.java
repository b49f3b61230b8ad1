package heliograph.broadcaster.link;

/**
 * The video codec to send. AUTO is VP8, which every browser plays and which costs the least, or what the viewer can play
 * instead; another is taken where the viewer can play it.
 */
public enum VideoCodec {
    AUTO,
    VP8,
    VP9,
    H264,
    AV1
}
