package heliograph.broadcaster.studio;

import dev.onvoid.webrtc.CreateSessionDescriptionObserver;
import dev.onvoid.webrtc.PeerConnectionFactory;
import dev.onvoid.webrtc.PeerConnectionObserver;
import dev.onvoid.webrtc.RTCConfiguration;
import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCOfferOptions;
import dev.onvoid.webrtc.RTCPeerConnection;
import dev.onvoid.webrtc.RTCRtpTransceiver;
import dev.onvoid.webrtc.RTCRtpTransceiverDirection;
import dev.onvoid.webrtc.RTCRtpTransceiverInit;
import dev.onvoid.webrtc.RTCSdpType;
import dev.onvoid.webrtc.RTCSessionDescription;
import dev.onvoid.webrtc.RTCStats;
import dev.onvoid.webrtc.RTCStatsReport;
import dev.onvoid.webrtc.RTCStatsType;
import dev.onvoid.webrtc.SetSessionDescriptionObserver;
import dev.onvoid.webrtc.media.MediaStreamTrack;
import dev.onvoid.webrtc.media.audio.AudioTrack;
import dev.onvoid.webrtc.media.audio.CustomAudioSource;
import dev.onvoid.webrtc.media.video.CustomVideoSource;
import dev.onvoid.webrtc.media.video.I420Buffer;
import dev.onvoid.webrtc.media.video.VideoFrame;
import dev.onvoid.webrtc.media.video.VideoTrack;
import heliograph.signaling.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.function.Consumer;

/** One session of a {@link Receiver}: offers to receive, reads the block rows and the pitch of what comes. */
final class ReceivedSession implements PeerConnectionObserver {
    private static final int WARM_UP = 30;

    private final String session;
    private final Consumer<Message> signals;
    private final RTCPeerConnection connection;
    private final PitchMeter pitch = new PitchMeter();
    private final List<Object> kept = new ArrayList<>();
    private int frames;
    private int mark;
    private int number = -1;
    private int gaps;
    private int worst;
    private int width;
    private int height;
    private int lag;
    private volatile int kilobytes;
    private volatile int lost;
    private volatile String ssrc = "0";
    private volatile String codec = "";

    ReceivedSession(String session, PeerConnectionFactory factory, Consumer<Message> signals) {
        this.session = session;
        this.signals = signals;
        this.connection = factory.createPeerConnection(new RTCConfiguration(), this);
        RTCRtpTransceiverInit receive = new RTCRtpTransceiverInit();
        receive.direction = RTCRtpTransceiverDirection.RECV_ONLY;
        CustomVideoSource video = new CustomVideoSource();
        CustomAudioSource audio = new CustomAudioSource();
        connection.addTransceiver(factory.createVideoTrack("none", video), receive);
        connection.addTransceiver(factory.createAudioTrack("nothing", audio), receive);
        kept.add(video);
        kept.add(audio);
    }

    /** The next offer gathers anew. */
    void restart() {
        connection.restartIce();
    }

    void offer() {
        var unused = create().thenCompose(offer -> set(offer, true).thenApply(nothing -> offer))
                .thenAccept(offer -> signals.accept(new Message.Offer(session, offer.sdp)));
    }

    void answer(String sdp) {
        var unused = set(new RTCSessionDescription(RTCSdpType.ANSWER, sdp), false);
    }

    void candidate(Message.Candidate candidate) {
        if (!candidate.candidate().isEmpty()) {
            connection.addIceCandidate(new RTCIceCandidate(candidate.sdpMid(), 0, candidate.candidate()));
        }
    }

    void close() {
        connection.close();
    }

    ReceiverReport.Seen seen() {
        connection.getStats(stats -> {
            kilobytes = (int) (ofVideo(stats, "bytesReceived") / 1000);
            lost = (int) ofVideo(stats, "packetsLost");
            ssrc = Long.toHexString(ofVideo(stats, "ssrc"));
            codec = videoCodec(stats);
        });
        return seenSoFar();
    }

    private static String videoCodec(RTCStatsReport stats) {
        for (RTCStats each : stats.getStats().values()) {
            if (each.getType() == RTCStatsType.INBOUND_RTP
                    && "video".equals(each.getAttributes().get("kind"))
                    && each.getAttributes().get("codecId") instanceof String id
                    && stats.getStats().containsKey(id)) {
                return String.valueOf(stats.getStats().get(id).getAttributes().get("mimeType"));
            }
        }
        return "";
    }

    private static long ofVideo(RTCStatsReport stats, String attribute) {
        for (RTCStats each : stats.getStats().values()) {
            if (each.getType() == RTCStatsType.INBOUND_RTP
                    && "video".equals(each.getAttributes().get("kind"))
                    && each.getAttributes().get(attribute) instanceof Number number) {
                return number.longValue();
            }
        }
        return 0;
    }

    private synchronized ReceiverReport.Seen seenSoFar() {
        return new ReceiverReport.Seen(
                session,
                frames,
                mark,
                number,
                gaps,
                worst,
                width,
                height,
                lag,
                pitch.hertz(),
                pitch.level(),
                kilobytes,
                lost,
                ssrc,
                codec);
    }

    @Override
    public void onIceCandidate(RTCIceCandidate candidate) {
        signals.accept(new Message.Candidate(session, candidate.sdp, candidate.sdpMid, candidate.sdpMLineIndex));
    }

    @Override
    public void onTrack(RTCRtpTransceiver transceiver) {
        MediaStreamTrack track = transceiver.getReceiver().getTrack();
        kept.add(track);
        if (track instanceof VideoTrack video) {
            video.addSink(this::frame);
        } else if (track instanceof AudioTrack audio) {
            audio.addSink((data, bits, rate, channels, count) -> pitch.add(data, rate, channels));
        }
    }

    private void frame(VideoFrame frame) {
        I420Buffer buffer = frame.buffer.toI420();
        try {
            read(buffer);
        } finally {
            if (buffer != frame.buffer) {
                buffer.release();
            }
            frame.release();
        }
    }

    private synchronized void read(I420Buffer buffer) {
        width = buffer.getWidth();
        height = buffer.getHeight();
        int first = BlockRows.read(buffer.getDataY(), buffer.getStrideY(), width, height, 0);
        int made = BlockRows.read(buffer.getDataY(), buffer.getStrideY(), width, height, 1);
        int next = first & 0xffffff;
        if (number >= 0 && first >>> 24 == mark && next > number) {
            gaps += next - number - 1;
            worst = frames > WARM_UP ? Math.max(worst, next - number - 1) : 0;
        }
        mark = first >>> 24;
        number = next;
        lag = (int) System.currentTimeMillis() - made;
        frames++;
    }

    private CompletableFuture<RTCSessionDescription> create() {
        CompletableFuture<RTCSessionDescription> created = new CompletableFuture<>();
        connection.createOffer(new RTCOfferOptions(), new CreateSessionDescriptionObserver() {
            @Override
            public void onSuccess(RTCSessionDescription description) {
                created.complete(description);
            }

            @Override
            public void onFailure(String error) {
                created.completeExceptionally(new IllegalStateException(error));
            }
        });
        return created;
    }

    private CompletableFuture<Void> set(RTCSessionDescription description, boolean local) {
        CompletableFuture<Void> done = new CompletableFuture<>();
        SetSessionDescriptionObserver observer = new SetSessionDescriptionObserver() {
            @Override
            public void onSuccess() {
                done.complete(null);
            }

            @Override
            public void onFailure(String error) {
                done.completeExceptionally(new IllegalStateException(error));
            }
        };
        if (local) {
            connection.setLocalDescription(description, observer);
        } else {
            connection.setRemoteDescription(description, observer);
        }
        return done;
    }
}
