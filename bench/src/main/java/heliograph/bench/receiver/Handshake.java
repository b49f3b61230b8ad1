package heliograph.bench.receiver;

import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;

/** What a DTLS handshake reads from and writes to. Fed by the thread {@code receivers}, used by a handshake's. */
final class Handshake implements DatagramTransport {
    private static final int FLIGHT = 64;

    private final BlockingQueue<byte[]> incoming = new LinkedBlockingQueue<>(FLIGHT);
    private final Consumer<byte[]> outgoing;

    Handshake(Consumer<byte[]> outgoing) {
        this.outgoing = outgoing;
    }

    /** A DTLS packet came; one too many is lost, as on any network. */
    boolean came(byte[] packet) {
        return incoming.offer(packet);
    }

    @Override
    public int getReceiveLimit() {
        return 1500;
    }

    @Override
    public int getSendLimit() {
        return 1200;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) {
        try {
            byte[] packet = incoming.poll(Math.max(1, waitMillis), TimeUnit.MILLISECONDS);
            if (packet == null) {
                return -1;
            }
            int count = Math.min(length, packet.length);
            System.arraycopy(packet, 0, buffer, offset, count);
            return count;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        outgoing.accept(Arrays.copyOfRange(buffer, offset, offset + length));
    }

    @Override
    public void close() {
        incoming.clear();
    }
}
