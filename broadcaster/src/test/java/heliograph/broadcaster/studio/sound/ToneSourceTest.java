package heliograph.broadcaster.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ToneSourceTest {
    @Test
    void aThreadThatWasHeldUpNeitherStretchesTheSoundNorLeavesAnyOut() throws Exception {
        List<byte[]> blocks = new ArrayList<>();
        AtomicLong now = new AtomicLong(TimeUnit.SECONDS.toNanos(7));
        long end = now.get() + TimeUnit.SECONDS.toNanos(4);
        CountDownLatch ended = new CountDownLatch(1);
        ToneSource.Pause pause = (worker, due) -> {
            now.accumulateAndGet(due, Math::max);
            if (now.get() < end) {
                return true;
            }
            ended.countDown();
            return false;
        };
        try (ToneSource source = new ToneSource(
                block -> {
                    blocks.add(block);
                    if (blocks.size() == 20) {
                        now.addAndGet(TimeUnit.MILLISECONDS.toNanos(700));
                    }
                },
                () -> Instant.ofEpochSecond(1_700_000_000, now.get()),
                now::get,
                pause)) {
            assertThat(ended.await(60, TimeUnit.SECONDS)).isTrue();
            assertThat(source).isNotNull();
        }

        assertThat(blocks).hasSize(400);
        assertThat(beginnings(blocks)).isNotEmpty().allMatch(distance -> Math.abs(distance - 48_000) < 100);
    }

    /** The distances from one beep's first sample to the next one's, of all samples in a row. */
    private static List<Integer> beginnings(List<byte[]> blocks) {
        List<Integer> distances = new CopyOnWriteArrayList<>();
        int last = -1;
        int silent = 0;
        int at = 0;
        for (byte[] block : blocks) {
            ShortBuffer samples =
                    ByteBuffer.wrap(block).order(ByteOrder.LITTLE_ENDIAN).asShortBuffer();
            for (int i = 0; i < samples.limit(); i++, at++) {
                if (samples.get(i) == 0) {
                    silent++;
                    continue;
                }
                if (silent > 10_000) {
                    if (last >= 0) {
                        distances.add(at - last);
                    }
                    last = at;
                }
                silent = 0;
            }
        }
        return distances;
    }
}
