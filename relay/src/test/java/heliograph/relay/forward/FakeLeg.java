package heliograph.relay.forward;

import heliograph.relay.leg.CandidateType;
import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegObserver;
import heliograph.relay.leg.LocalTransport;
import heliograph.relay.leg.RemoteTransport;
import heliograph.relay.rtcp.RtcpListener;
import heliograph.relay.rtcp.RtcpReader;
import heliograph.relay.rtp.RtpHeader;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A leg that carries nothing, and keeps what it was to send. */
final class FakeLeg implements Leg {
    /** One RTP packet as it was sent. */
    record Sent(boolean marker, int payloadType, int sequence, int timestamp, int ssrc, ByteBuffer payload, long at) {}

    /** One sender report as it was sent. */
    record Report(int ssrc, long ntp, int timestamp, long at) {}

    final LegObserver observer;
    final boolean patient;
    /** As sent, in hexadecimal digits. */
    final List<String> rtcp = new ArrayList<>();

    final List<Sent> packets = new ArrayList<>();
    final List<Report> reports = new ArrayList<>();
    final List<Integer> keyFrameRequests = new ArrayList<>();
    final List<Long> keyFrameRequestTimes = new ArrayList<>();
    final List<Integer> nacks = new ArrayList<>();
    /** Of each stream the share that was last said to be lost, in 1/256. */
    final Map<Integer, Integer> fractionsLost = new HashMap<>();

    final List<Long> estimates = new ArrayList<>();
    final List<String> candidates = new ArrayList<>();

    @Nullable
    RemoteTransport remote;

    int connects;
    int packetsLost;
    boolean closed;
    private final TestClock clock;
    private final int number;

    FakeLeg(LegObserver observer, TestClock clock, int number, boolean patient) {
        this.observer = observer;
        this.patient = patient;
        this.clock = clock;
        this.number = number;
    }

    @Override
    public Optional<CandidateType> remoteType() {
        return Optional.of(CandidateType.HOST);
    }

    @Override
    public LocalTransport local() {
        return new LocalTransport(
                "ufrag" + number + "x" + connects,
                "pwdpwdpwdpwdpwdpwdpwdpwd",
                "sha-256 " + "AB:".repeat(31) + "CD",
                List.of("1 1 udp 2130706431 192.0.2.1 4000 typ host"));
    }

    @Override
    public void connect(RemoteTransport to) {
        remote = to;
        connects++;
    }

    @Override
    public void remoteCandidate(String candidate) {
        candidates.add(candidate);
    }

    @Override
    public void sendRtp(byte[] buffer, int offset, int length) {
        RtpHeader header = new RtpHeader();
        if (!header.read(buffer, offset, length)) {
            throw new AssertionError("no RTP packet was sent");
        }
        int at = header.payloadOffset();
        packets.add(new Sent(
                header.marker(),
                header.payloadType(),
                header.sequence(),
                header.timestamp(),
                header.ssrc(),
                ByteBuffer.wrap(Arrays.copyOfRange(buffer, at, at + header.payloadLength())),
                clock.getAsLong()));
    }

    @Override
    public void sendRtcp(byte[] buffer, int offset, int length) {
        rtcp.add(HexFormat.of().formatHex(buffer, offset, offset + length));
        boolean read = RtcpReader.read(buffer, offset, length, new RtcpListener() {
            @Override
            public void senderReport(int ssrc, long ntp, int timestamp) {
                reports.add(new Report(ssrc, ntp, timestamp, clock.getAsLong()));
            }

            @Override
            public void receptionReport(int ssrc, int fractionLost, int lost, int highest, int lastReport, long delay) {
                fractionsLost.put(ssrc, fractionLost);
                packetsLost += lost;
            }

            @Override
            public void keyFrameRequest(int ssrc) {
                keyFrameRequests.add(ssrc);
                keyFrameRequestTimes.add(clock.getAsLong());
            }

            @Override
            public void nack(int ssrc, int sequence, int following) {
                nacks.add(sequence);
            }

            @Override
            public void maximumBitrate(long bitsPerSecond) {
                estimates.add(bitsPerSecond);
            }
        });
        if (!read) {
            throw new AssertionError("no RTCP packet was sent");
        }
    }

    List<Sent> of(int payloadType) {
        return packets.stream()
                .filter(packet -> packet.payloadType() == payloadType)
                .toList();
    }

    @Override
    public void close() {
        closed = true;
    }
}
