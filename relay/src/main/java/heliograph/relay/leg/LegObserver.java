package heliograph.relay.leg;

/**
 * Hears of one {@link Leg}. Called on the thread that reads the leg's socket, one call at a time; hands over and returns at once.
 */
public interface LegObserver {
    /** DTLS is through: media can be sent. Once. */
    void connected();

    /** One RTP packet, in the clear; the buffer is good until this returns. {@code arrivedAt} is {@link System#nanoTime} at the socket. */
    void rtp(byte[] buffer, int offset, int length, long arrivedAt);

    /** One compound RTCP packet, in the clear, by the same rules. */
    void rtcp(byte[] buffer, int offset, int length, long arrivedAt);

    /** It is over, and not by us. Once, and nothing after it. */
    void ended(LegEnd reason);
}
