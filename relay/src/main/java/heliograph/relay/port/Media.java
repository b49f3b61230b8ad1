package heliograph.relay.port;

import heliograph.relay.dtls.SrtpKeys;
import heliograph.relay.leg.LegObserver;
import heliograph.relay.srtp.SrtpReceiver;
import heliograph.relay.srtp.SrtpSender;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;

/** SRTP of one leg after its handshake. The port's thread receives; any thread sends, one after the other. */
final class Media {
    /** More than a packet that fits through any network. */
    private static final int LARGEST = 2048;

    private final LegObserver observer;
    private final SrtpReceiver receiver;
    private final byte[] received = new byte[LARGEST];

    private final Object sending = new Object();
    private final SrtpSender sender;
    private final byte[] sent = new byte[LARGEST];
    private final ByteBuffer sentView = ByteBuffer.wrap(sent);

    Media(SrtpKeys keys, LegObserver observer) throws GeneralSecurityException {
        this.observer = observer;
        receiver = new SrtpReceiver(keys.profile(), keys.receive());
        sender = new SrtpSender(keys.profile(), keys.send());
    }

    void receive(byte[] packet, int length, long arrivedAt) {
        if (length < 2) {
            return;
        }
        // RFC 5761, section 4: the types of RTCP among those of RTP.
        int type = packet[1] & 0xFF;
        if (type >= 192 && type <= 223) {
            int read = receiver.unprotectRtcp(packet, 0, length, received);
            if (read >= 0) {
                observer.rtcp(received, 0, read, arrivedAt);
            }
        } else {
            int read = receiver.unprotectRtp(packet, 0, length, received);
            if (read >= 0) {
                observer.rtp(received, 0, read, arrivedAt);
            }
        }
    }

    void sendRtp(byte[] packet, int offset, int length, Path path) {
        if (SrtpSender.room(length) > LARGEST) {
            return;
        }
        synchronized (sending) {
            try {
                send(sender.protectRtp(packet, offset, length, sent), path);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("SRTP could not be protected", e);
            }
        }
    }

    void sendRtcp(byte[] packet, int offset, int length, Path path) {
        if (SrtpSender.room(length) > LARGEST) {
            return;
        }
        synchronized (sending) {
            try {
                send(sender.protectRtcp(packet, offset, length, sent), path);
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException("SRTCP could not be protected", e);
            }
        }
    }

    private void send(int length, Path path) {
        if (length >= 0) {
            sentView.clear().limit(length);
            path.send(sentView);
        }
    }
}
