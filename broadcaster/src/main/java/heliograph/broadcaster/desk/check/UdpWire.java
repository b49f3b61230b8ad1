package heliograph.broadcaster.desk.check;

import heliograph.relay.stun.StunMessage;
import heliograph.relay.stun.StunWriter;
import java.io.IOException;
import java.net.DatagramPacket;
import java.net.DatagramSocket;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.UnaryOperator;

/** To a server over UDP. It asks again where nothing comes (RFC 8489, section 6.2.1), though less often: 2.5 s in all. One thread. */
record UdpWire(DatagramSocket socket, InetSocketAddress server) implements StunWire {
    private static final int[] WAITS_MS = {500, 1000, 1000};
    private static final SecureRandom RANDOM = new SecureRandom();

    @Override
    public StunMessage ask(int type, UnaryOperator<StunWriter> attributes) throws IOException {
        byte[] id = new byte[12];
        RANDOM.nextBytes(id);
        byte[] request = attributes.apply(new StunWriter(type, id)).fingerprint();
        for (int wait : WAITS_MS) {
            socket.send(new DatagramPacket(request, request.length, server));
            Optional<StunMessage> answer = answer(id, wait);
            if (answer.isPresent()) {
                return answer.get();
            }
        }
        throw new SocketTimeoutException();
    }

    /** What else comes meanwhile is nobody's answer. */
    private Optional<StunMessage> answer(byte[] id, int millis) throws IOException {
        long end = System.nanoTime() + millis * 1_000_000L;
        byte[] buffer = new byte[1500];
        while (true) {
            long left = (end - System.nanoTime()) / 1_000_000;
            if (left <= 0) {
                return Optional.empty();
            }
            DatagramPacket packet = new DatagramPacket(buffer, buffer.length);
            socket.setSoTimeout((int) left);
            try {
                socket.receive(packet);
            } catch (SocketTimeoutException e) {
                return Optional.empty();
            }
            if (packet.getSocketAddress().equals(server)) {
                Optional<StunMessage> message = StunMessage.read(buffer, 0, packet.getLength())
                        .filter(it -> Arrays.equals(it.transactionId(), id));
                if (message.isPresent()) {
                    return message;
                }
            }
        }
    }

    @Override
    public void close() {
        socket.close();
    }
}
