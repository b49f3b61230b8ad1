package heliograph.relay.dtls;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.bouncycastle.tls.DatagramTransport;
import org.jspecify.annotations.Nullable;

/**
 * The datagrams of one DTLS association: the socket's thread puts them in, and whoever drives the association takes them out;
 * what comes before anybody does so waits here. Bounded: what does not fit is lost, as datagrams may be.
 */
final class Inbox implements DatagramTransport {
    private static final int CAPACITY = 32;
    private static final int RECEIVE_LIMIT = 2048;
    /** What passes through any path that ICE finds, IPv6's least MTU and all headers considered. */
    private static final int SEND_LIMIT = 1200;

    private static final int RECORD_HEADER = 13;

    /** So often whoever waits for a datagram looks whether others wait for the thread. */
    private static final long LOOK_NANOS = TimeUnit.MILLISECONDS.toNanos(100);

    private static final byte[] CLOSED = {};

    private final BlockingQueue<byte[]> datagrams = new LinkedBlockingQueue<>(CAPACITY);
    private final Consumer<byte[]> out;
    private volatile BooleanSupplier turnIsOver = () -> false;
    private volatile boolean established;
    private volatile int leastFragment;
    private volatile boolean closed;

    Inbox(Consumer<byte[]> out) {
        this.out = out;
    }

    void put(byte[] datagram) {
        datagrams.offer(datagram);
    }

    boolean isEmpty() {
        return datagrams.isEmpty();
    }

    boolean isClosed() {
        return closed;
    }

    /** The handshake begins, and ends at the latest when its turn is over. */
    void begin(BooleanSupplier itsTurnIsOver) {
        turnIsOver = itsTurnIsOver;
    }

    /**
     * From now on nobody waits for datagrams: there is one, or there is none.
     *
     * @param shortest what is protected is no shorter than this
     */
    void establish(int shortest) {
        leastFragment = shortest;
        established = true;
    }

    /** Whoever waits for a datagram is told. Idempotent. */
    void abandon() {
        closed = true;
        datagrams.offer(CLOSED);
    }

    @Override
    public int getReceiveLimit() {
        return RECEIVE_LIMIT;
    }

    @Override
    public int getSendLimit() {
        return SEND_LIMIT;
    }

    @Override
    public int receive(byte[] buffer, int offset, int length, int waitMillis) throws IOException {
        byte[] datagram;
        try {
            datagram = established ? datagrams.poll() : await(TimeUnit.MILLISECONDS.toNanos(waitMillis));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new InterruptedIOException("the relay ends");
        }
        if (closed && !established) {
            throw new IOException("the leg is gone");
        }
        if (datagram == null) {
            if (established) {
                // Out of the library's loop, which would go on until its time is over; it leaves the association as it
                // is.
                throw new InterruptedIOException("nothing came");
            }
            return -1;
        }
        if (established && !isWhole(datagram)) {
            return -1;
        }
        int read = Math.min(length, datagram.length);
        System.arraycopy(datagram, 0, buffer, offset, read);
        return read;
    }

    /** Null after that time. Whatever comes, and however often, the turn ends. */
    private byte @Nullable [] await(long nanos) throws IOException, InterruptedException {
        long end = System.nanoTime() + nanos;
        while (true) {
            if (turnIsOver.getAsBoolean()) {
                throw new IOException("too slow, while others wait");
            }
            long left = end - System.nanoTime();
            byte[] datagram = datagrams.poll(Math.min(left, LOOK_NANOS), TimeUnit.NANOSECONDS);
            if (datagram != null || left <= LOOK_NANOS) {
                return datagram;
            }
        }
    }

    /**
     * Whether each record (RFC 6347, section 4.1) is long enough to be protected. The library passes over one whose MAC is wrong, but
     * one that has no room for any ends the association, and anybody can forge that.
     */
    private boolean isWhole(byte[] datagram) {
        int at = 0;
        while (at + RECORD_HEADER <= datagram.length) {
            ByteBuffer record = ByteBuffer.wrap(datagram, at, RECORD_HEADER);
            boolean isProtected = record.getShort(at + 3) != 0;
            int length = Short.toUnsignedInt(record.getShort(at + 11));
            if (isProtected && length < leastFragment) {
                return false;
            }
            at += RECORD_HEADER + length;
        }
        return true;
    }

    @Override
    public void send(byte[] buffer, int offset, int length) {
        out.accept(Arrays.copyOfRange(buffer, offset, offset + length));
    }

    @Override
    public void close() {
        closed = true;
    }
}
