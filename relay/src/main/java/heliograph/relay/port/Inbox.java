package heliograph.relay.port;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Waits for packets at all of a port's sockets and reads them. Lives on the port's thread but where it says so. */
final class Inbox {
    private static final Logger log = LoggerFactory.getLogger(Inbox.class);
    private static final int LARGEST = 2048;
    /** Packets from one socket before the others and the clock have their turn. */
    private static final int IN_A_ROW = 64;

    private final String name;
    private final Waiting waiting;
    private final Reader reader;
    private final byte[] packet = new byte[LARGEST];
    private final ByteBuffer buffer = ByteBuffer.wrap(packet);
    private volatile @Nullable Selector selector;
    private boolean failing;

    /** {@code name}: the port's, for the log. */
    Inbox(String name, Waiting waiting, Reader reader) {
        this.name = name;
        this.waiting = waiting;
        this.reader = reader;
    }

    /** How the system is waited for. */
    @FunctionalInterface
    interface Waiting {
        void await(Selector selector, Consumer<SelectionKey> ready, long millis) throws IOException;
    }

    /** Told of each packet; its bytes are the next one's after that. Throws nothing. */
    @FunctionalInterface
    interface Reader {
        void read(LocalSocket socket, InetSocketAddress from, byte[] packet, int length, long arrivedAt);
    }

    /** For sockets to be registered with. Before the port's thread starts; once. */
    Selector open() throws IOException {
        Selector opened = Selector.open();
        selector = opened;
        return opened;
    }

    /**
     * Reads what comes in this time, or less. Where the system refuses to wait the time passes all the same: the port's clock goes on, by
     * which legs that hear nothing end and their viewers get another way, and it is tried again. False after the end.
     */
    boolean await(Duration time) {
        Selector open = selector;
        if (open == null) {
            return false;
        }
        try {
            waiting.await(open, key -> receive((LocalSocket) key.attachment()), time.toMillis());
            failing = false;
        } catch (IOException e) {
            if (!failing) {
                log.error("{} port: waiting for packets failed, it is tried again", name, e);
            }
            failing = true;
            LockSupport.parkNanos(time.toNanos());
        } catch (ClosedSelectorException e) {
            return false;
        }
        return true;
    }

    private void receive(LocalSocket socket) {
        for (int i = 0; i < IN_A_ROW; i++) {
            buffer.clear();
            InetSocketAddress from;
            try {
                from = socket.receive(buffer);
            } catch (IOException e) {
                log.debug("{} port: {} cannot be read: {}", name, socket.address(), e.toString());
                return;
            }
            if (from == null) {
                return;
            }
            reader.read(socket, from, packet, buffer.position(), System.nanoTime());
        }
    }

    /** Whoever waits does so no longer. Any thread. */
    void wake() {
        Selector open = selector;
        if (open != null) {
            open.wakeup();
        }
    }

    /** After the port's thread. Idempotent. */
    void close() {
        Selector open = selector;
        if (open != null) {
            try {
                open.close();
            } catch (IOException e) {
                log.debug("{} port: {}", name, e.toString());
            }
        }
    }
}
