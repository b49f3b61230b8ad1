package heliograph.bench.receiver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What one receiver has got of the two streams, and what it says about it. Lives on the thread {@code receivers}. */
final class Media {
    // Ours; it sends no media, so any number will do.
    private static final int SSRC = 0x62656e63;
    private static final long REPORT_EVERY = 500_000_000L;
    private static final long PICTURE_LOSS_EVERY = 500_000_000L;
    private static final long NACK_AFTER = 10_000_000L;
    private static final long LEAST_NACK_AGAIN = 50_000_000L;
    // So much that the receiver is never what limits the bitrate.
    private static final long ESTIMATE = 20_000_000;

    private final Srtp srtp;
    private final long nackAgain;
    private final FrameCounter video = new FrameCounter();
    private final FrameCounter audio = new FrameCounter();
    private @Nullable ReceptionState videoReception;
    private @Nullable ReceptionState audioReception;
    private long reportedAt;
    private long pictureLossAt;
    private long bytes;
    private long forged;

    Media(Srtp srtp, int roundTripMillis) {
        this.srtp = srtp;
        // An answer that is under way is waited for.
        this.nackAgain = LEAST_NACK_AGAIN + roundTripMillis * 1_000_000L;
    }

    void came(Packet packet, long now) {
        byte[] buffer = packet.getBuffer();
        if (Rtcp.is(buffer)) {
            rtcp(packet, now);
            return;
        }
        bytes += packet.getLength();
        if (!srtp.unprotectRtp(packet, RtpPacket.ssrc(buffer))) {
            forged++;
            return;
        }
        RtpPacket rtp = RtpPacket.parse(buffer, packet.getOffset(), packet.getLength());
        switch (rtp.type()) {
            case Offer.VIDEO -> {
                videoReception = state(videoReception, rtp, 90_000);
                videoReception.received(rtp.sequence(), rtp.timestamp(), now);
                video.came(
                        rtp.sequence(), rtp.marker(), RtpPacket.beginsKeyFrame(buffer, rtp.payload(), rtp.size()), now);
            }
            case Offer.RTX -> {
                // RFC 4588, section 4; one without a payload only probes the link.
                if (rtp.size() > 2) {
                    int original = ((buffer[rtp.payload()] & 0xff) << 8) | (buffer[rtp.payload() + 1] & 0xff);
                    boolean key = RtpPacket.beginsKeyFrame(buffer, rtp.payload() + 2, rtp.size() - 2);
                    video.came(original, rtp.marker(), key, now);
                }
            }
            case Offer.AUDIO -> {
                audioReception = state(audioReception, rtp, 48_000);
                audioReception.received(rtp.sequence(), rtp.timestamp(), now);
                audio.came(rtp.sequence(), true, true, now);
            }
            default -> forged++;
        }
    }

    private static ReceptionState state(@Nullable ReceptionState state, RtpPacket rtp, int clockRate) {
        return state != null && state.ssrc() == rtp.ssrc() ? state : new ReceptionState(rtp.ssrc(), clockRate);
    }

    private void rtcp(Packet packet, long now) {
        if (!srtp.unprotectRtcp(packet, Rtcp.sender(packet.getBuffer()))) {
            forged++;
            return;
        }
        for (Rtcp.SenderReport report :
                Rtcp.senderReports(packet.getBuffer(), packet.getOffset(), packet.getLength())) {
            reported(videoReception, report, now);
            reported(audioReception, report, now);
        }
    }

    private static void reported(@Nullable ReceptionState state, Rtcp.SenderReport report, long now) {
        if (state != null && state.ssrc() == report.ssrc()) {
            state.senderReported(report.middle(), now);
        }
    }

    /** What is to be said now, protected; each goes out as one packet. */
    List<byte[]> feedback(long now) {
        List<byte[]> packets = new ArrayList<>();
        if (videoReception == null) {
            return packets;
        }
        int media = videoReception.ssrc();
        video.giveUp(now);
        audio.giveUp(now);
        List<Integer> wanted = video.toAskFor(now, NACK_AFTER, nackAgain);
        if (!wanted.isEmpty()) {
            packets.add(srtp.protectRtcp(Rtcp.nack(SSRC, media, wanted), SSRC));
        }
        if (video.needsKeyFrame() && now - pictureLossAt > PICTURE_LOSS_EVERY) {
            pictureLossAt = now;
            packets.add(srtp.protectRtcp(Rtcp.pictureLoss(SSRC, media), SSRC));
        }
        if (now - reportedAt > REPORT_EVERY) {
            reportedAt = now;
            List<Rtcp.Block> blocks = new ArrayList<>(List.of(videoReception.report(now)));
            if (audioReception != null) {
                blocks.add(audioReception.report(now));
            }
            packets.add(srtp.protectRtcp(
                    Rtcp.compound(List.of(Rtcp.report(SSRC, blocks), Rtcp.remb(SSRC, media, ESTIMATE))), SSRC));
        }
        return packets;
    }

    /** When the first frame that can be shown had come; 0 while none has. */
    long firstFrame() {
        return video.firstFrame();
    }

    Reception take(int viewer, boolean relayed, String trouble, long droppedHere, long now) {
        FrameCounter.Counts picture = video.take(now);
        FrameCounter.Counts sound = audio.take(now);
        Reception reception = new Reception(
                viewer,
                relayed,
                trouble,
                picture.frames(),
                picture.brokenFrames(),
                picture.longestPause() / 1e6,
                picture.gaps(),
                picture.repaired(),
                picture.lost(),
                picture.restarts(),
                sound.frames(),
                sound.lost(),
                bytes,
                forged,
                droppedHere);
        bytes = 0;
        forged = 0;
        return reception;
    }
}
