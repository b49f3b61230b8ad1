package heliograph.bench.receiver;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedChannelException;
import java.nio.channels.DatagramChannel;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Executor;

/** The one thread that reads all receivers' sockets, {@code receivers}: a socket a viewer, as with real ones. */
final class Loop implements Executor, AutoCloseable {
    private static final int LARGEST = 2048;
    private static final int BURST = 64;
    private static final int SOCKET_BUFFER = 4 << 20;
    private static final long TICK_MILLIS = 10;

    private final Selector selector;
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final ByteBuffer read = ByteBuffer.allocateDirect(LARGEST);
    private final Packet packet = new Packet(LARGEST);
    private final Thread thread = new Thread(this::run, "receivers");
    private volatile boolean ending;

    Loop() {
        try {
            selector = Selector.open();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        thread.setDaemon(true);
        thread.start();
    }

    /** A socket for one receiver, on every address, since the studio offers this machine's own. */
    static DatagramChannel socket() throws IOException {
        DatagramChannel channel = DatagramChannel.open(java.net.StandardProtocolFamily.INET);
        channel.setOption(StandardSocketOptions.SO_RCVBUF, SOCKET_BUFFER);
        channel.bind(new InetSocketAddress("0.0.0.0", 0));
        channel.configureBlocking(false);
        return channel;
    }

    /** Reads for this receiver from now on. On the loop's thread. */
    void add(DatagramChannel channel, Receiver receiver) {
        try {
            channel.register(selector, SelectionKey.OP_READ, receiver);
        } catch (ClosedChannelException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public void execute(Runnable task) {
        tasks.add(task);
        selector.wakeup();
    }

    private void run() {
        long ticked = System.nanoTime();
        while (!ending) {
            try {
                selector.select(this::readable, TICK_MILLIS);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
                task.run();
            }
            long now = System.nanoTime();
            if (now - ticked >= TICK_MILLIS * 1_000_000) {
                ticked = now;
                selector.keys().forEach(key -> ((Receiver) key.attachment()).tick(System.nanoTime()));
            }
        }
    }

    private void readable(SelectionKey key) {
        DatagramChannel channel = (DatagramChannel) key.channel();
        try {
            for (int i = 0; i < BURST; i++) {
                read.clear();
                InetSocketAddress from = (InetSocketAddress) channel.receive(read);
                if (from == null) {
                    return;
                }
                read.flip();
                packet.setOffset(0);
                packet.setLength(read.remaining());
                read.get(packet.getBuffer(), 0, read.remaining());
                ((Receiver) key.attachment()).came(packet, from, System.nanoTime());
            }
        } catch (IOException e) {
            // An ICMP error of a candidate that nobody listens at, or a socket that is just being closed.
            if (!channel.isOpen()) {
                key.cancel();
            }
        }
    }

    @Override
    public void close() {
        ending = true;
        selector.wakeup();
        try {
            thread.join(2000);
            selector.close();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
