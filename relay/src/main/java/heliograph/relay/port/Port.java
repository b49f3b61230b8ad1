package heliograph.relay.port;

import heliograph.relay.dtls.Handshakes;
import heliograph.relay.ice.IceCredentials;
import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegObserver;
import heliograph.relay.leg.Legs;
import heliograph.relay.stun.StunMessage;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One UDP port for any number of legs, an ICE-lite agent (RFC 8445, section 2.5). A thread of its own, named for the port, receives
 * all packets and owns all state but what is said to be elsewhere; it alone calls the legs' observers.
 *
 * <p>Packets are told apart by RFC 7983 and by where they come from. An address is a leg's only once a check with good integrity
 * came from it; whatever else comes from elsewhere is dropped unanswered, so that a stranger learns nothing and takes nothing up.
 */
public final class Port implements Legs, AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Port.class);
    private static final Duration TICK = Duration.ofMillis(100);

    /** A longer one is time in which this thread did not run, and what came meanwhile may still have to be read: it is nobody's silence. */
    private static final Duration LONGEST_TICK = TICK.multipliedBy(2);

    private static final Duration CLOSING = Duration.ofSeconds(3);

    private final PortSettings settings;
    private final Handshakes handshakes;
    private final SecureRandom random = new SecureRandom();
    private final Sockets sockets;
    private final PublicAddress publicAddress;
    private final Thread thread;

    private final Map<String, PortLeg> byUfrag = new ConcurrentHashMap<>();
    private final Map<InetSocketAddress, PortLeg> byAddress = new HashMap<>();
    private final Queue<Runnable> tasks = new ConcurrentLinkedQueue<>();
    private final Inbox inbox;
    private volatile boolean closed;

    public Port(PortSettings settings, Handshakes handshakes) {
        this(settings, handshakes, (selector, ready, millis) -> selector.select(ready, millis));
    }

    Port(PortSettings settings, Handshakes handshakes, Inbox.Waiting waiting) {
        this.settings = settings;
        this.handshakes = handshakes;
        inbox = new Inbox(
                settings.name(),
                waiting,
                (socket, from, packet, length, arrivedAt) ->
                        guarded(() -> handle(socket, from, packet, length, arrivedAt)));
        publicAddress = new PublicAddress(settings, random);
        sockets = new Sockets(settings, publicAddress);
        thread = new Thread(this::run, settings.name());
        thread.setDaemon(true);
    }

    /** Opens the port. Fails if none of the addresses can be listened on. Once. */
    public void start() throws IOException {
        try {
            sockets.open(inbox.open());
        } catch (IOException | RuntimeException e) {
            inbox.close();
            throw e;
        }
        thread.start();
        sockets.watch(this::post);
        handshakes.warmUp();
    }

    /** The port's number, after {@link #start}. */
    public int number() {
        return sockets.number();
    }

    /** Under which addresses this port is seen from beyond a router, as STUN servers say. */
    public List<InetSocketAddress> mappedAddresses() {
        return publicAddress.mapped();
    }

    @Override
    public Leg open(LegObserver observer, boolean patient) {
        PortLeg leg = new PortLeg(this, observer, patient);
        leg.register();
        return leg;
    }

    PortSettings settings() {
        return settings;
    }

    Handshakes handshakes() {
        return handshakes;
    }

    Sockets sockets() {
        return sockets;
    }

    /** Credentials by which checks find this leg. Any thread. */
    IceCredentials credentials(PortLeg leg) {
        while (true) {
            IceCredentials fresh = IceCredentials.create(random);
            if (byUfrag.putIfAbsent(fresh.ufrag(), leg) == null) {
                return fresh;
            }
        }
    }

    /** Checks with these credentials are a stranger's from now on. Any thread. */
    void forget(IceCredentials credentials) {
        byUfrag.remove(credentials.ufrag());
    }

    /**
     * False, if the address is another leg's, which nobody can take away: unless nobody there answers that leg, as when its viewer only
     * wrote the address on its checks. On the port's thread.
     */
    boolean bind(InetSocketAddress remote, PortLeg leg, long now) {
        PortLeg holder = byAddress.putIfAbsent(remote, leg);
        if (holder == null || holder.equals(leg)) {
            return true;
        }
        if (!holder.yields(remote, now)) {
            return false;
        }
        byAddress.put(remote, leg);
        return true;
    }

    /** On the port's thread. */
    void unbind(InetSocketAddress remote, PortLeg leg) {
        byAddress.remove(remote, leg);
    }

    /** How many addresses are bound to legs; for tests, on the port's thread. */
    int bound() {
        return byAddress.size();
    }

    /** How many credentials are good; for tests. */
    int registered() {
        return byUfrag.size();
    }

    /** Does something on the port's thread, soon; nothing after the end. Any thread. */
    void post(Runnable task) {
        tasks.add(task);
        if (!Thread.currentThread().equals(thread)) {
            inbox.wake();
        }
    }

    private void run() {
        long ticked = System.nanoTime();
        while (!closed && inbox.await(TICK)) {
            runTasks();
            long now = System.nanoTime();
            long elapsed = now - ticked;
            if (elapsed >= TICK.toNanos()) {
                ticked = now;
                guarded(() -> tick(now, Math.min(elapsed, LONGEST_TICK.toNanos())));
            }
        }
        // What was asked for before the end is still done: goodbyes.
        runTasks();
    }

    private void runTasks() {
        for (Runnable task = tasks.poll(); task != null; task = tasks.poll()) {
            guarded(task);
        }
    }

    private void tick(long now, long ran) {
        publicAddress.tick(now, sockets.all());
        List.copyOf(new HashSet<>(byUfrag.values())).forEach(leg -> guarded(() -> leg.tick(now, ran)));
    }

    /** One leg's trouble, or an observer's, is not the others'; an {@link Error} neither, as nothing would start another thread. */
    private void guarded(Runnable task) {
        try {
            task.run();
        } catch (Throwable e) {
            log.warn("{} port: went on after an unexpected failure", settings.name(), e);
        }
    }

    /** RFC 7983, section 7. */
    private void handle(LocalSocket socket, InetSocketAddress from, byte[] packet, int length, long arrivedAt) {
        if (length == 0) {
            return;
        }
        int first = packet[0] & 0xFF;
        if (first <= 3) {
            StunMessage.read(packet, 0, length).ifPresent(message -> stun(socket, from, message, arrivedAt));
            return;
        }
        PortLeg leg = byAddress.get(from);
        if (leg == null) {
            return;
        }
        if (first >= 20 && first <= 63) {
            leg.dtls(packet, length);
        } else if (first >= 128 && first <= 191) {
            leg.srtp(packet, length, arrivedAt);
        }
    }

    private void stun(LocalSocket socket, InetSocketAddress from, StunMessage message, long now) {
        if (message.type() == StunMessage.BINDING_REQUEST) {
            String username = message.username().orElse("");
            int colon = username.indexOf(':');
            PortLeg leg = colon < 0 ? null : byUfrag.get(username.substring(0, colon));
            if (leg != null) {
                leg.check(new Path(socket, from), message, username.substring(0, colon), now);
            }
        } else if (message.type() == StunMessage.BINDING_SUCCESS) {
            publicAddress.answered(socket, from, message, now);
            PortLeg leg = byAddress.get(from);
            if (leg != null) {
                leg.answered(new Path(socket, from), message, now);
            }
        }
    }

    /** Ends every leg, with a goodbye, and closes the port. Idempotent; waits a little for the port's thread. */
    @Override
    public void close() {
        if (closed) {
            return;
        }
        byUfrag.values().forEach(PortLeg::close);
        post(() -> closed = true);
        sockets.stopWatching();
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        closed = true;
        sockets.close();
        inbox.close();
    }
}
