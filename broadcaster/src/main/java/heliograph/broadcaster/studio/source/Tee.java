package heliograph.broadcaster.studio.source;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;

/**
 * Hands on what a feed pushes to all that take it, on the feed's thread. Takers come and go on any thread; one that left may
 * still be in the middle of a last push.
 *
 * @param <T> what is pushed; it stays the feed's
 */
public final class Tee<T> implements Consumer<T> {
    private final List<Consumer<T>> takers = new CopyOnWriteArrayList<>();

    public void join(Consumer<T> taker) {
        takers.add(taker);
    }

    public void leave(Consumer<T> taker) {
        takers.remove(taker);
    }

    @Override
    public void accept(T pushed) {
        takers.forEach(taker -> taker.accept(pushed));
    }
}
