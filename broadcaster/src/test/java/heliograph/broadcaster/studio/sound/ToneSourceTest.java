package heliograph.broadcaster.studio.sound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.ShortBuffer;
import java.time.InstantSource;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;

class ToneSourceTest {
    @Test
    void aThreadThatWasHeldUpNeitherStretchesTheSoundNorLeavesAnyOut() {
        List<byte[]> blocks = new CopyOnWriteArrayList<>();
        CountDownLatch held = new CountDownLatch(1);
        long begun = System.nanoTime();
        try (ToneSource source = new ToneSource(
                block -> {
                    blocks.add(block);
                    if (blocks.size() == 20) {
                        await().until(() -> System.nanoTime() - begun > 700_000_000L);
                        held.countDown();
                    }
                },
                InstantSource.system())) {
            await().until(() -> held.getCount() == 0 && blocks.size() > 250);
            assertThat(source).isNotNull();
        }

        assertThat(blocks.size() - (System.nanoTime() - begun) / 10_000_000).isBetween(-20L, 1L);
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
