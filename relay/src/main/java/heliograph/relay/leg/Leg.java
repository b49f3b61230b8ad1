package heliograph.relay.leg;

import java.util.Optional;

/**
 * One secured connection to a remote over the relay's port: ICE-lite (RFC 8445, section 2.5), DTLS (RFC 5764) and SRTP
 * (RFC 3711). Any thread; nothing here blocks.
 */
public interface Leg extends AutoCloseable {
    /** What the local description is to say of this leg; after {@link #connect} has begun an ICE restart, the new credentials. */
    LocalTransport local();

    /** Goes on as the remote's description says. A second time: an ICE restart (RFC 8839, section 4.4.1.1.1), which keeps DTLS and SRTP. */
    void connect(RemoteTransport remote);

    /**
     * A candidate of the remote, the value of its {@code candidate} attribute (RFC 8839, section 5.1). ICE-lite sends no
     * checks; the way is opened for the remote's with a packet from the socket that it will find. What cannot be read or is no
     * address is passed over.
     */
    void remoteCandidate(String candidate);

    /**
     * Protects one RTP packet (RFC 3550, section 5.1) and sends it. The bytes are not kept and not changed. Before
     * {@link LegObserver#connected} and after the end nothing is sent.
     */
    void sendRtp(byte[] buffer, int offset, int length);

    /** Protects one compound RTCP packet (RFC 3550, section 6.1) and sends it, by the same rules. */
    void sendRtcp(byte[] buffer, int offset, int length);

    /** How the remote came to the address that it is sent to now; empty before there is one. */
    Optional<CandidateType> remoteType();

    /** Says goodbye (DTLS close_notify) and forgets the remote. Idempotent; the observer hears nothing more. */
    @Override
    void close();
}
