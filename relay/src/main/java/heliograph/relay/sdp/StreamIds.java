package heliograph.relay.sdp;

/**
 * What one viewer's streams are known by.
 *
 * @param audio the SSRC of sound
 * @param video the SSRC of video
 * @param retransmission the SSRC of video packets that are sent again (RFC 4588, section 4)
 * @param cname RFC 3550, section 6.5.1: what is to be played together
 */
public record StreamIds(int audio, int video, int retransmission, String cname) {}
