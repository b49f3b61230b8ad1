package heliograph.relay.forward;

import heliograph.relay.Relay;
import heliograph.relay.Relay.Layer;
import heliograph.relay.rtcp.RtcpWriter;
import heliograph.relay.rtp.RtpHeader;
import java.util.concurrent.TimeUnit;

/** The studio's end of an upstream session: sends VP8 and Opus as libwebrtc does. */
final class FakeStudio {
    static final long NTP_SHIFT = TimeUnit.DAYS.toNanos(40_000);

    final FakeLeg leg;
    final int videoSsrc;
    final int audioSsrc;
    int sequence;
    int audioSequence = 65_530;
    int picture;
    /** Of video and of sound, at the relay's time 0. */
    int videoTicks;

    int audioTicks;
    boolean h264;
    private final TestClock clock;

    FakeStudio(FakeLeg leg, TestClock clock, int seed) {
        this.leg = leg;
        this.clock = clock;
        this.videoSsrc = 0x10000 * (seed + 1);
        this.audioSsrc = videoSsrc + 1;
        this.sequence = 65_500 + seed;
        this.picture = 0x7ff0 + seed;
        this.videoTicks = 0xfff00000 + seed * 7_777_777;
        this.audioTicks = 0xffffff00 - seed * 5_555_555;
    }

    /** Offered, answered, connected. */
    static FakeStudio connect(Relay relay, FakeLegs legs, Layer layer, TestClock clock, int seed) {
        relay.offerUpstream(layer);
        relay.answerUpstream(layer, answer());
        FakeLeg leg = legs.last();
        leg.observer.connected();
        return new FakeStudio(leg, clock, seed);
    }

    static String answer() {
        return answer("96");
    }

    static String answer(String videoFormats) {
        String ice =
                "c=IN IP4 0.0.0.0\r\na=ice-ufrag:abcd\r\na=ice-pwd:" + "p".repeat(24) + "\r\na=fingerprint:sha-256 "
                        + "AB:".repeat(31) + "AB\r\na=setup:active\r\na=sendonly\r\na=rtcp-mux\r\n";
        return "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n"
                + "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\n" + ice + "a=mid:0\r\na=rtpmap:111 opus/48000/2\r\n"
                + "m=video 9 UDP/TLS/RTP/SAVPF " + videoFormats + "\r\n" + ice + "a=mid:1\r\na=rtpmap:96 VP8/90000\r\n";
    }

    /** A picture in so many packets, captured now. */
    void picture(boolean key, int packets) {
        picture(key, packets, clock.getAsLong(), 1000);
    }

    void picture(boolean key, int packets, long captured, int length) {
        picture++;
        for (int i = 0; i < packets; i++) {
            send(key, i, packets, captured, length);
        }
    }

    /** The same, whose packet with this number gets lost. */
    void pictureWithout(int lost, boolean key, int packets) {
        picture++;
        for (int i = 0; i < packets; i++) {
            if (i == lost) {
                sequence++;
            } else {
                send(key, i, packets, clock.getAsLong(), 1000);
            }
        }
    }

    private void send(boolean key, int i, int packets, long captured, int length) {
        byte[] bytes = new byte[length];
        int timestamp = videoTicks + (int) Ticks.ofNanos(captured, 90_000);
        int at = RtpHeader.write(bytes, i == packets - 1, h264 ? 98 : 96, sequence++, timestamp, videoSsrc);
        if (h264) {
            bytes[at] = (byte) (key && i == 0 ? 0x67 : 0x61);
        } else {
            bytes[at] = (byte) (i == 0 ? 0x90 : 0x80);
            bytes[at + 1] = (byte) 0xc0;
            bytes[at + 2] = (byte) (0x80 | ((picture >> 8) & 0x7f));
            bytes[at + 3] = (byte) picture;
            bytes[at + 4] = (byte) (picture * 3);
            bytes[at + 5] = (byte) (key ? 0 : 1);
        }
        bytes[length - 1] = (byte) i;
        leg.observer.rtp(bytes, 0, length, clock.getAsLong());
    }

    /** 20 ms of sound, that begin now. */
    void sound() {
        sound(clock.getAsLong());
    }

    void sound(long captured) {
        byte[] bytes = new byte[100];
        RtpHeader.write(
                bytes, false, 111, audioSequence++, audioTicks + (int) Ticks.ofNanos(captured, 48_000), audioSsrc);
        leg.observer.rtp(bytes, 0, bytes.length, clock.getAsLong());
    }

    /** What libwebrtc says of both tracks, by a clock of its own. */
    void report(boolean video) {
        long now = clock.getAsLong();
        long ntp = new NtpTime(clock.instant(), NTP_SHIFT).at(now);
        int ticks =
                video ? videoTicks + (int) Ticks.ofNanos(now, 90_000) : audioTicks + (int) Ticks.ofNanos(now, 48_000);
        RtcpWriter writer = new RtcpWriter();
        writer.begin().senderReport(video ? videoSsrc : audioSsrc, ntp, ticks, 1, 1);
        leg.observer.rtcp(writer.bytes(), 0, writer.length(), now);
    }
}
