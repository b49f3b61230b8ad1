package heliograph.relay.forward;

import static heliograph.relay.forward.TestClock.millis;

import heliograph.relay.Relay.Layer;
import heliograph.relay.RelayObserver;
import heliograph.relay.UnusableOfferException;
import heliograph.relay.rtcp.RtcpWriter;
import heliograph.relay.rtp.Codec;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;

/** A relay between a studio and viewers that are none, on a clock that stands still until it is moved; its threads are not started. */
final class Scene implements RelayObserver, AutoCloseable {
    static final String ICE = "a=ice-ufrag:abcd\r\na=ice-pwd:" + "p".repeat(24) + "\r\na=fingerprint:sha-256 "
            + "AB:".repeat(31) + "AB\r\na=setup:actpass\r\n";
    static final String OFFER = "v=0\r\no=- 1 1 IN IP4 127.0.0.1\r\ns=-\r\nt=0 0\r\na=group:BUNDLE 0 1\r\n"
            + "m=audio 9 UDP/TLS/RTP/SAVPF 111\r\nc=IN IP4 0.0.0.0\r\n" + ICE
            + "a=mid:0\r\na=recvonly\r\na=rtcp-mux\r\na=rtpmap:111 opus/48000/2\r\n"
            + "m=video 9 UDP/TLS/RTP/SAVPF 100 101 102 103\r\nc=IN IP4 0.0.0.0\r\n" + ICE
            + "a=mid:1\r\na=recvonly\r\na=rtcp-mux\r\na=rtpmap:100 VP8/90000\r\na=rtcp-fb:100 nack\r\n"
            + "a=extmap:2 http://www.webrtc.org/experiments/rtp-hdrext/abs-send-time\r\n"
            + "a=rtpmap:101 rtx/90000\r\na=fmtp:101 apt=100\r\na=rtpmap:102 H264/90000\r\n"
            + "a=fmtp:102 level-asymmetry-allowed=1;packetization-mode=1;profile-level-id=42e01f\r\n"
            + "a=rtpmap:103 rtx/90000\r\na=fmtp:103 apt=102\r\n";
    static final String WITHOUT_RTX = OFFER.replaceAll("a=rtpmap:\\d+ rtx/90000\r\na=fmtp:\\d+ apt=\\d+\r\n", "");
    static final int VP8 = 100;
    static final int RTX = 101;
    static final int OPUS = 111;

    final TestClock clock = new TestClock();
    final FakeLegs upstream = new FakeLegs(clock);
    final FakeLegs viewerLegs = new FakeLegs(clock);
    final List<String> plays = new ArrayList<>();
    final List<String> ended = new ArrayList<>();
    final List<String> needs = new ArrayList<>();
    final List<Layer> failed = new ArrayList<>();
    final List<Boolean> overloads = new ArrayList<>();
    final EncodeOnce relay = new EncodeOnce(
            upstream,
            viewerLegs,
            this,
            clock,
            clock,
            new Random(1)::nextLong,
            new RelaySettings(List.of(Codec.VP8, Codec.H264), 2500, 700, 2, Duration.ofSeconds(10)));

    FakeStudio studio(Layer layer, int seed) {
        FakeStudio studio = FakeStudio.connect(relay, upstream, layer, clock, seed);
        relay.runDue();
        return studio;
    }

    /** One that is connected. */
    FakeLeg viewer(String id) {
        return viewer(id, OFFER);
    }

    /** One that is connected, by this offer. */
    FakeLeg viewer(String id, String offer) {
        try {
            relay.answerViewer(id, offer, false);
        } catch (UnusableOfferException e) {
            throw new AssertionError(e);
        }
        FakeLeg leg = viewerLegs.last();
        leg.observer.connected();
        relay.runDue();
        return leg;
    }

    /** Milliseconds, one after the other. */
    void pass(double milliseconds) {
        for (double left = milliseconds; left > 0; left -= 1) {
            clock.advance(millis(Math.min(1, left)));
            relay.runDue();
        }
    }

    /** So many pictures at 30 a second, sound between them. */
    void pictures(FakeStudio studio, int count, int packets) {
        for (int i = 0; i < count; i++) {
            studio.picture(false, packets);
            relay.runDue();
            studio.sound();
            pass(1000.0 / 30);
        }
    }

    /** A picture that begins anew; all of it is out. */
    void keyFrame(FakeStudio studio) {
        studio.picture(true, 8);
        pass(10);
    }

    void feedback(FakeLeg leg, Consumer<RtcpWriter> what) {
        RtcpWriter writer = new RtcpWriter();
        what.accept(writer.begin().receiverReport(7));
        leg.observer.rtcp(writer.bytes(), 0, writer.length(), clock.getAsLong());
        relay.runDue();
    }

    @Override
    public void viewerPlays(String id) {
        plays.add(id);
    }

    @Override
    public void viewerEnded(String id, Ending reason) {
        ended.add(id + " " + reason);
    }

    @Override
    public void layerNeeded(Layer layer, boolean needed) {
        needs.add(layer + " " + needed);
    }

    @Override
    public void upstreamFailed(Layer layer) {
        failed.add(layer);
    }

    @Override
    public void overloaded(boolean now) {
        overloads.add(now);
    }

    @Override
    public void close() {
        relay.close();
    }
}
