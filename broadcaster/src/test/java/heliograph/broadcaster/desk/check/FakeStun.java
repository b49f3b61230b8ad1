package heliograph.broadcaster.desk.check;

import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import heliograph.signaling.ice.IceUrl;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.function.UnaryOperator;

/** A STUN server on an address of the loopback that sees what a router would have made of it. A thread of its own. */
final class FakeStun implements AutoCloseable {
    private final DatagramSocket socket;

    FakeStun(String address, UnaryOperator<InetSocketAddress> router) throws IOException {
        socket = new DatagramSocket(0, InetAddress.getByName(address));
        Thread thread = new Thread(() -> serve(router), "fake-stun");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve(UnaryOperator<InetSocketAddress> router) {
        try {
            while (true) {
                DatagramPacket packet = new DatagramPacket(new byte[1500], 1500);
                socket.receive(packet);
                StunMessage request = StunMessage.read(packet.getData(), 0, packet.getLength())
                        .orElseThrow();
                byte[] answer = new StunWriter(StunMessage.BINDING_SUCCESS, request.transactionId())
                        .xorMappedAddress(router.apply((InetSocketAddress) packet.getSocketAddress()))
                        .fingerprint();
                // What somebody else sends is nobody's answer.
                byte[] garbage = {0, 1, 2};
                socket.send(new DatagramPacket(garbage, garbage.length, packet.getSocketAddress()));
                socket.send(new DatagramPacket(answer, answer.length, packet.getSocketAddress()));
            }
        } catch (IOException e) {
            // Closed.
        }
    }

    IceUrl url() {
        return new IceUrl(false, false, socket.getLocalAddress().getHostAddress(), socket.getLocalPort(), false);
    }

    @Override
    public void close() {
        socket.close();
    }
}
