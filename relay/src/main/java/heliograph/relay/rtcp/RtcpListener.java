package heliograph.relay.rtcp;

/** Hears what stands in a compound RTCP packet, in its order, on the thread that reads it. What it does not care for it leaves out. */
public interface RtcpListener {
    /**
     * RFC 3550, section 6.4.1.
     *
     * @param ssrc of whom sends
     * @param ntp when it was sent, seconds since 1900 with 32 binary digits behind the point
     * @param timestamp the same instant in RTP's time
     */
    default void senderReport(int ssrc, long ntp, int timestamp) {}

    /**
     * RFC 3550, section 6.4.1: what is said of a stream that is received.
     *
     * @param ssrc the stream
     * @param fractionLost of 256, since the last report
     * @param lost in all; negative where more came than were sent
     * @param highest the highest sequence number that came, counted on
     * @param lastReport the middle of the NTP time of the last sender report; 0: none came
     * @param delay since it came, in 1/65536 seconds
     */
    default void receptionReport(int ssrc, int fractionLost, int lost, int highest, int lastReport, long delay) {}

    /**
     * RFC 4585, section 6.2.1: this packet is missing, and of the 16 after it those whose bit is set.
     *
     * @param ssrc the stream
     */
    default void nack(int ssrc, int sequence, int following) {}

    /** A key frame is asked for: PLI (RFC 4585, section 6.3.1) or FIR (RFC 5104, section 4.3.1). */
    default void keyFrameRequest(int ssrc) {}

    /** How much the receiver thinks that it can take, in bit/s (draft-alvestrand-rmcat-remb). */
    default void maximumBitrate(long bitsPerSecond) {}

    /**
     * RFC 3611, section 4.4: who only receives tells its own time, and learns the round trip from what comes back.
     *
     * @param ssrc of whom tells
     * @param ntp its time, as in a sender report
     */
    default void referenceTime(int ssrc, long ntp) {}
}
