package heliograph.relay.port;

import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/** A STUN server on the loopback that says what it is told to say, or nothing. A thread of its own answers. */
final class StunServer implements AutoCloseable {
    final AtomicInteger asked = new AtomicInteger();
    private final DatagramSocket socket;
    private volatile @Nullable InetSocketAddress says;

    StunServer(@Nullable InetSocketAddress says) throws IOException {
        this.says = says;
        socket = new DatagramSocket(0, InetAddress.getLoopbackAddress());
        new Thread(this::run, "stun-server").start();
    }

    InetSocketAddress address() {
        return (InetSocketAddress) socket.getLocalSocketAddress();
    }

    void say(@Nullable InetSocketAddress mapped) {
        says = mapped;
    }

    private void run() {
        byte[] buffer = new byte[1500];
        while (!socket.isClosed()) {
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            try {
                socket.receive(packet);
                asked.incrementAndGet();
                InetSocketAddress mapped = says;
                if (mapped != null) {
                    byte[] id = StunMessage.read(buffer, 0, packet.getLength())
                            .orElseThrow()
                            .transactionId();
                    byte[] answer = new StunWriter(StunMessage.BINDING_SUCCESS, id)
                            .xorMappedAddress(mapped)
                            .fingerprint();
                    socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
                }
            } catch (IOException closed) {
                return;
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
