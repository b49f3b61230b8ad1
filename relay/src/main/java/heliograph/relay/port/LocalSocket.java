package heliograph.relay.port;

import java.io.IOException;
import java.net.Inet4Address;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardProtocolFamily;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** One UDP socket on one local address, so that answers leave from where was asked. The port's thread receives; any may send. */
final class LocalSocket implements AutoCloseable {
    /** A hundred viewers' key frame, and what comes while the reader is not scheduled. The system may grant less. */
    private static final int BUFFER = 4 << 20;

    private final DatagramChannel channel;
    private final InetSocketAddress address;
    /** Packets that the system did not take: its buffer was full, or there is no way. */
    private final LongAdder unsent = new LongAdder();
    /** Those of them for which the buffer had no room. */
    private final LongAdder crowdedOut = new LongAdder();

    private LocalSocket(DatagramChannel channel, InetSocketAddress address) {
        this.channel = channel;
        this.address = address;
    }

    static LocalSocket open(InetAddress address, int port, Selector selector) throws IOException {
        DatagramChannel channel = DatagramChannel.open(
                address instanceof Inet4Address ? StandardProtocolFamily.INET : StandardProtocolFamily.INET6);
        try {
            channel.setOption(StandardSocketOptions.SO_RCVBUF, BUFFER);
            channel.setOption(StandardSocketOptions.SO_SNDBUF, BUFFER);
            channel.bind(new InetSocketAddress(address, port));
            channel.configureBlocking(false);
            int bound = ((InetSocketAddress) channel.getLocalAddress()).getPort();
            LocalSocket socket = new LocalSocket(channel, new InetSocketAddress(address, bound));
            channel.register(selector, SelectionKey.OP_READ, socket);
            return socket;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    InetSocketAddress address() {
        return address;
    }

    /** What the system granted of the buffers that were asked for, in words. */
    String buffers() throws IOException {
        return "receive " + channel.getOption(StandardSocketOptions.SO_RCVBUF) + ", send "
                + channel.getOption(StandardSocketOptions.SO_SNDBUF) + " of " + BUFFER + " bytes";
    }

    /** The next packet, if there is one. */
    @Nullable
    InetSocketAddress receive(ByteBuffer into) throws IOException {
        return (InetSocketAddress) channel.receive(into);
    }

    /** Whether a packet for this address can leave from here. */
    boolean reaches(InetSocketAddress to) {
        InetAddress from = address.getAddress();
        return from.getClass() == to.getAddress().getClass()
                && from.isLoopbackAddress() == to.getAddress().isLoopbackAddress();
    }

    /** Sends, or does not: a network loses packets anyway, and nobody may wait for it. */
    void send(ByteBuffer packet, InetSocketAddress to) {
        try {
            if (channel.send(packet, to) == 0) {
                unsent.increment();
                crowdedOut.increment();
            }
        } catch (IOException e) {
            unsent.increment();
        }
    }

    long unsent() {
        return unsent.sum();
    }

    long crowdedOut() {
        return crowdedOut.sum();
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
