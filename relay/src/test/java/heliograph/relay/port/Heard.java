package heliograph.relay.port;

import heliograph.relay.leg.LegEnd;
import heliograph.relay.leg.LegObserver;
import java.util.Arrays;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.LinkedBlockingQueue;

/** What an observer heard of its leg. */
final class Heard implements LegObserver {
    final CountDownLatch connected = new CountDownLatch(1);
    final BlockingQueue<byte[]> rtp = new LinkedBlockingQueue<>();
    final BlockingQueue<byte[]> rtcp = new LinkedBlockingQueue<>();
    final BlockingQueue<LegEnd> ends = new LinkedBlockingQueue<>();

    @Override
    public void connected() {
        connected.countDown();
    }

    @Override
    public void rtp(byte[] buffer, int offset, int length, long arrivedAt) {
        rtp.add(Arrays.copyOfRange(buffer, offset, offset + length));
    }

    @Override
    public void rtcp(byte[] buffer, int offset, int length, long arrivedAt) {
        rtcp.add(Arrays.copyOfRange(buffer, offset, offset + length));
    }

    @Override
    public void ended(LegEnd reason) {
        ends.add(reason);
    }
}
