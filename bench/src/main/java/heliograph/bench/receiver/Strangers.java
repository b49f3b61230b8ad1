package heliograph.bench.receiver;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.concurrent.TimeUnit;

/**
 * Those who are no viewers and send to the viewers' port from addresses of their own: garbage, and what viewers sent, cut short or
 * as it was. Used from one thread; its calls block.
 */
final class Strangers {
    private static final int COUNT = 40;
    private static final int LONGEST = 1200;
    /** What comes first in a datagram says what it is (RFC 7983, section 7): a STUN request, three of DTLS, RTP, RTCP. */
    private static final byte[] FIRST = {0, 20, 22, 23, (byte) 0x80, (byte) 0x81};

    private static final int BURST = 10;

    private final List<byte[]> overheard;
    private final InetSocketAddress port;
    private final Random random = new Random(1);

    Strangers(List<byte[]> overheard, InetSocketAddress port) {
        this.overheard = overheard;
        this.port = port;
    }

    /** So many packets, 10,000 a second at most, that who sends them is not the burden. */
    void send(int count) throws IOException, InterruptedException {
        List<DatagramChannel> sockets = new ArrayList<>();
        try {
            for (int i = 0; i < COUNT; i++) {
                DatagramChannel socket = DatagramChannel.open();
                sockets.add(socket);
                // All of 127.0.0.0/8 is this machine (RFC 1122, section 3.2.1.3).
                socket.bind(new InetSocketAddress("127.0.0." + (i + 2), 0));
            }
            for (int i = 0; i < count; i++) {
                sockets.get(random.nextInt(COUNT)).send(ByteBuffer.wrap(packet(i)), port);
                if (i % BURST == 0) {
                    TimeUnit.MILLISECONDS.sleep(1);
                }
            }
        } finally {
            for (DatagramChannel socket : sockets) {
                socket.close();
            }
        }
    }

    private byte[] packet(int number) {
        byte[] known = overheard.get(random.nextInt(overheard.size()));
        return switch (number % 3) {
            case 0 -> garbage();
            case 1 -> Arrays.copyOf(known, random.nextInt(known.length));
            default -> known;
        };
    }

    private byte[] garbage() {
        byte[] garbage = new byte[1 + random.nextInt(LONGEST)];
        random.nextBytes(garbage);
        garbage[0] = FIRST[random.nextInt(FIRST.length)];
        return garbage;
    }
}
