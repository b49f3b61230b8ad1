package heliograph.relay.forward;

import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegEnd;
import heliograph.relay.leg.LegObserver;
import heliograph.relay.sdp.StreamIds;
import heliograph.relay.sdp.ViewerOffer;
import java.util.Arrays;
import java.util.function.BiConsumer;
import java.util.function.Function;

/**
 * One viewer's leg and what is sent over it. Its observer's part lives on the thread that reads the port, and hands over to the worker.
 */
final class ViewerSession implements LegObserver, AutoCloseable {
    private final String id;
    private final StreamIds ids;
    private final long number;
    private final Worker worker;
    private final BiConsumer<ViewerSession, LegEnd> ended;
    private final Leg leg;
    private final Viewer viewer;
    private final RtcpAllowance allowance = new RtcpAllowance();
    private long version;
    private boolean closed;

    /**
     * @param number that the description is known by
     * @param open opens the leg, with this as its observer
     * @param create what is sent over it
     */
    ViewerSession(
            String id,
            StreamIds ids,
            long number,
            Worker worker,
            Function<LegObserver, Leg> open,
            Function<Leg, Viewer> create,
            BiConsumer<ViewerSession, LegEnd> ended) {
        this.id = id;
        this.ids = ids;
        this.number = number;
        this.worker = worker;
        this.ended = ended;
        this.leg = open.apply(this);
        this.viewer = create.apply(leg);
        worker.load().incrementAndGet();
    }

    String id() {
        return id;
    }

    StreamIds ids() {
        return ids;
    }

    long number() {
        return number;
    }

    Leg leg() {
        return leg;
    }

    Viewer viewer() {
        return viewer;
    }

    /** Goes on as an offer says, and gives the number of the answer. */
    synchronized long connect(ViewerOffer offer) {
        leg.connect(offer.transport());
        offer.candidates().forEach(leg::remoteCandidate);
        return ++version;
    }

    @Override
    public synchronized void connected() {
        // Whoever closes removes under the same lock: nobody is added after that.
        if (!closed) {
            worker.add(viewer);
        }
    }

    /** A viewer sends nothing. */
    @Override
    public void rtp(byte[] buffer, int offset, int length, long arrivedAt) {}

    @Override
    public void rtcp(byte[] buffer, int offset, int length, long arrivedAt) {
        if (!allowance.take(arrivedAt)) {
            return;
        }
        byte[] packet = Arrays.copyOfRange(buffer, offset, offset + length);
        worker.offer(now -> viewer.rtcp(packet, now));
    }

    @Override
    public void ended(LegEnd reason) {
        ended.accept(this, reason);
    }

    @Override
    public void close() {
        synchronized (this) {
            if (closed) {
                return;
            }
            closed = true;
            worker.remove(viewer);
        }
        worker.load().decrementAndGet();
        leg.close();
    }
}
