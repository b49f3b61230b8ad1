package heliograph.bench.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.security.SecureRandom;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.Executor;
import org.bouncycastle.tls.DTLSTransport;
import org.jspecify.annotations.Nullable;

/**
 * One viewer that counts what it gets: a controlling ICE agent (RFC 8445) that checks the answer's candidates, DTLS in either role,
 * SRTP and feedback as a browser's. Lives on the thread {@code receivers}, but for the handshake, which has one of its own.
 */
final class Receiver {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static final long CHECK_EVERY = 100_000_000L;
    // RFC 7675 has 5 s; a browser checks about every 2.5 s.
    private static final long CONSENT_EVERY = 2_500_000_000L;
    private static final int RECORDED = 64;

    private final int number;
    private final DatagramChannel channel;
    private final Offer offer;
    private final Answer answer;
    private final Identity identity;
    private final Link link;
    private final int roundTripMillis;
    private final Executor handshakes;
    private final Executor loop;
    private final byte[] transaction = new byte[StunMessage.TRANSACTION_BYTES];
    private final long tieBreaker = RANDOM.nextLong();
    private final Handshake handshake;
    /** The last of what it sent, as anybody on the way may have recorded it. */
    private final Deque<byte[]> sent = new ArrayDeque<>();

    private boolean shaking;
    private long checkedAt = Long.MIN_VALUE / 2;
    private @Nullable InetSocketAddress remote;
    private @Nullable Media media;
    private @Nullable DTLSTransport dtls;
    private String trouble = "";
    private boolean closed;

    Receiver(
            int number,
            DatagramChannel channel,
            Offer offer,
            Answer answer,
            Identity identity,
            Link.Quality quality,
            Executor handshakes,
            Executor loop) {
        this.number = number;
        this.channel = channel;
        this.offer = offer;
        this.answer = answer;
        this.identity = identity;
        this.link = new Link(quality, number);
        this.roundTripMillis = quality.roundTripMillis();
        this.handshakes = handshakes;
        this.loop = loop;
        this.handshake = new Handshake(packet -> loop.execute(() -> send(packet)));
        RANDOM.nextBytes(transaction);
    }

    /** A datagram came. The packet may be changed. */
    void came(Packet packet, InetSocketAddress from, long now) {
        if (link.isGood()) {
            demultiplex(packet, from, now);
        } else {
            byte[] copy = packet.bytes();
            link.in(copy, now);
        }
    }

    // RFC 7983, section 7.
    private void demultiplex(Packet packet, InetSocketAddress from, long now) {
        byte[] buffer = packet.getBuffer();
        int length = packet.getLength();
        int first = length == 0 ? -1 : buffer[0] & 0xff;
        if (StunMessage.is(buffer, length)) {
            stun(packet.bytes(), from);
        } else if (first >= 20 && first <= 63) {
            shakeHands();
            handshake.came(packet.bytes());
        } else if (media != null && RtpPacket.is(buffer, length)) {
            media.came(packet, now);
        }
    }

    private void stun(byte[] message, InetSocketAddress from) {
        if (StunMessage.type(message) == StunMessage.BINDING_REQUEST) {
            transmit(StunMessage.success(message, from, offer.pwd()), from);
        } else if (StunMessage.type(message) == StunMessage.BINDING_SUCCESS
                && StunMessage.answers(message, transaction)
                && remote == null) {
            remote = from;
            if (!answer.active()) {
                shakeHands();
            }
        }
    }

    private void shakeHands() {
        if (shaking) {
            return;
        }
        shaking = true;
        DtlsRole role = answer.active()
                ? new DtlsServer(identity, answer.fingerprint())
                : new DtlsClient(identity, answer.fingerprint());
        handshakes.execute(() -> {
            try {
                DTLSTransport secured = role.handshake(handshake);
                Srtp srtp = role.srtp();
                loop.execute(() -> {
                    dtls = secured;
                    media = new Media(srtp, roundTripMillis);
                });
            } catch (IOException | RuntimeException e) {
                loop.execute(() -> trouble = "the DTLS handshake failed: " + e);
            }
        });
    }

    /** Does what is due: checks, feedback, and what the bad link has held back. */
    void tick(long now) {
        if (now - checkedAt >= (remote == null ? CHECK_EVERY : CONSENT_EVERY)) {
            checkedAt = now;
            check();
        }
        if (media != null) {
            media.feedback(now).forEach(this::send);
        }
        InetSocketAddress from = remote == null ? answer.candidates().get(0) : remote;
        link.deliver(now, packet -> demultiplex(Packet.of(packet), from, now), packet -> transmit(packet, from));
    }

    // One transaction for all: what matters is that an answer comes back, and from where.
    private void check() {
        byte[] check = StunMessage.check(answer.ufrag() + ":" + offer.ufrag(), answer.pwd(), tieBreaker, transaction);
        if (remote == null) {
            answer.candidates().forEach(candidate -> transmit(check, candidate));
        } else {
            send(check);
        }
    }

    private void send(byte[] packet) {
        if (closed) {
            return;
        }
        if (!link.isGood()) {
            link.out(packet, System.nanoTime());
        } else if (remote != null) {
            transmit(packet, remote);
        }
    }

    private void transmit(byte[] packet, InetSocketAddress to) {
        if (sent.size() == RECORDED) {
            sent.remove();
        }
        sent.add(packet.clone());
        try {
            channel.send(ByteBuffer.wrap(packet), to);
        } catch (IOException e) {
            trouble = "cannot send to " + to + ": " + e.getMessage();
        }
    }

    /** When the first frame that can be shown had come; 0 while none has. */
    long firstFrame() {
        return media == null ? 0 : media.firstFrame();
    }

    /** The last of what it sent, the latest last. */
    List<byte[]> sent() {
        return List.copyOf(sent);
    }

    /** Where it is served, on the loopback if it is served there. */
    InetSocketAddress served() {
        return answer.candidates().stream()
                .filter(candidate -> candidate.getAddress().isLoopbackAddress())
                .findFirst()
                .orElse(answer.candidates().get(0));
    }

    int port() {
        return channel.socket().getLocalPort();
    }

    Reception take(long droppedHere, long now) {
        if (media == null) {
            String why = !trouble.isEmpty()
                    ? trouble
                    : remote == null ? "no candidate answered a check" : "the DTLS handshake is not through";
            return new Reception(number, answer.lite(), why, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, droppedHere);
        }
        String why = media.firstFrame() == 0 ? "no frame that could be shown" : "";
        return media.take(number, answer.lite(), why, droppedHere, now);
    }

    /** Says goodbye as a tab that is closed does. */
    void close() {
        if (closed) {
            return;
        }
        if (dtls != null) {
            try {
                dtls.close();
            } catch (IOException e) {
                trouble = "no goodbye: " + e.getMessage();
            }
        }
        // Behind the goodbye, which goes out by the loop as well.
        loop.execute(() -> {
            closed = true;
            try {
                channel.close();
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        });
    }
}
