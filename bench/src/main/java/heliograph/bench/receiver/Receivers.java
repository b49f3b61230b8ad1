package heliograph.bench.receiver;

import java.io.IOException;
import java.nio.channels.DatagramChannel;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** All receivers of this process: they join, are asked what they got, and leave. Used from one thread; its calls block. */
final class Receivers {
    // RoomLimits: viewers by one sign-in.
    private static final int SEATS = 4;
    private static final int JOINS_AT_ONCE = 4;

    private record Seated(Whep.Session session, Receiver receiver, long began) {}

    private final Whep whep;
    private final Identity identity = Identity.create();
    private final Loop loop = new Loop();
    private final ExecutorService handshakes = daemons("handshake", 8);
    private final ExecutorService joins = daemons("join", JOINS_AT_ONCE);
    private final List<Seated> seated = new ArrayList<>();
    /** Of the last sign-in, and how many may still come by it: one that is used again and again makes too many offers. */
    private String token = "";

    private int seats;

    private int joined;

    Receivers(Whep whep) {
        this.whep = whep;
    }

    private static ExecutorService daemons(String name, int count) {
        return Executors.newFixedThreadPool(count, task -> {
            Thread thread = new Thread(task, name);
            thread.setDaemon(true);
            return thread;
        });
    }

    /** So many more, over links of this quality. */
    void join(int count, Link.Quality quality) throws IOException, InterruptedException {
        List<Future<Seated>> joining = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            if (seats == 0) {
                token = whep.signIn();
                seats = SEATS;
            }
            seats--;
            String pass = token;
            int number = ++joined;
            Callable<Seated> join = () -> join(number, pass, quality);
            joining.add(joins.submit(join));
        }
        for (Future<Seated> one : joining) {
            seated.add(get(one));
        }
    }

    private static Seated get(Future<Seated> one) throws IOException, InterruptedException {
        try {
            return one.get();
        } catch (ExecutionException e) {
            throw new IOException(Objects.requireNonNullElse(e.getCause(), e).getMessage(), e);
        }
    }

    private Seated join(int number, String pass, Link.Quality quality) throws IOException, InterruptedException {
        long began = System.nanoTime();
        Offer offer = Offer.random(identity.fingerprint());
        Whep.Session session = whep.open(pass, offer);
        DatagramChannel channel = Loop.socket();
        Receiver receiver = new Receiver(number, channel, offer, session.answer(), identity, quality, handshakes, loop);
        loop.execute(() -> {
            loop.add(channel, receiver);
            receiver.tick(System.nanoTime());
        });
        return new Seated(session, receiver, began);
    }

    /** Milliseconds from each offer to the first frame that could be shown; negative while there is none. */
    List<Double> firstFrames() throws InterruptedException {
        return onLoop(() -> seated.stream()
                .map(one -> one.receiver().firstFrame() == 0
                        ? -1.0
                        : (one.receiver().firstFrame() - one.began()) / 1e6)
                .toList());
    }

    /** What each got since the last call. */
    List<Reception> take() throws IOException, InterruptedException {
        Map<Integer, Long> drops = SocketDrops.byPort();
        return onLoop(() -> seated.stream()
                .map(one ->
                        one.receiver().take(drops.getOrDefault(one.receiver().port(), 0L), System.nanoTime()))
                .toList());
    }

    /** Strangers send so many packets to where the first of these is served. */
    void suffer(int count) throws IOException, InterruptedException {
        List<byte[]> overheard = onLoop(() ->
                seated.stream().flatMap(one -> one.receiver().sent().stream()).toList());
        new Strangers(overheard, seated.get(0).receiver().served()).send(count);
    }

    private <T> T onLoop(Callable<T> question) throws InterruptedException {
        CompletableFuture<T> answer = new CompletableFuture<>();
        loop.execute(() -> {
            try {
                answer.complete(question.call());
            } catch (Exception e) {
                answer.completeExceptionally(e);
            }
        });
        try {
            return answer.get();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e.getCause());
        }
    }

    /** Those who joined last leave: each session is deleted and each connection says goodbye. */
    void leave(int count) throws IOException, InterruptedException {
        List<Seated> last = seated.subList(seated.size() - count, seated.size());
        for (Seated one : last) {
            whep.close(one.session());
            loop.execute(() -> one.receiver().close());
        }
        onLoop(() -> true);
        last.clear();
    }

    /** All leave, and nobody joins again. */
    void leave() throws IOException, InterruptedException {
        leave(seated.size());
        loop.close();
        joins.shutdownNow();
        handshakes.shutdownNow();
    }
}
