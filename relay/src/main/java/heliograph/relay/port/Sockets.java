package heliograph.relay.port;

import heliograph.relay.ice.IpAddresses;
import heliograph.relay.ice.LocalCandidate;
import java.io.IOException;
import java.net.BindException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.channels.Selector;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * A port's sockets, one for each local address, on one port number. Addresses come and go with the networks that a machine is in:
 * a thread of its own looks now and then, and the port's thread opens and closes. What there is may be read by any.
 */
final class Sockets implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Sockets.class);
    private static final Duration LOOK = Duration.ofSeconds(5);
    private static final long TELL_AGAIN = TimeUnit.MINUTES.toNanos(1);
    /** With port 0: a number that is free on one address may be taken on another. */
    private static final int ATTEMPTS = 20;

    private final PortSettings settings;
    private final PublicAddress publicAddress;
    private final StunServers stunServers;
    private final ScheduledExecutorService watch;
    private @Nullable Selector selector;
    private @Nullable ScheduledFuture<?> looking;
    private volatile Map<InetAddress, LocalSocket> sockets = Map.of();
    private volatile int number;
    // The watch's thread alone.
    private long crowdedOut;
    private long crowdedOutToldAt;

    Sockets(PortSettings settings, PublicAddress publicAddress) {
        this.settings = settings;
        this.publicAddress = publicAddress;
        stunServers = new StunServers(
                settings.stunServers(), server -> new InetSocketAddress(server.getHostString(), server.getPort()));
        watch = Executors.newSingleThreadScheduledExecutor(work -> {
            Thread thread = new Thread(work, settings.name() + "-watch");
            thread.setDaemon(true);
            return thread;
        });
    }

    /** Before the port's thread starts. Without any address of now the port waits for one; one that is taken is a failure. */
    void open(Selector opened) throws IOException {
        selector = opened;
        Set<InetAddress> addresses = IpAddresses.served(settings.bind());
        for (int attempt = 1; ; attempt++) {
            Map<InetAddress, LocalSocket> fresh = new LinkedHashMap<>();
            int wanted = settings.port();
            try {
                for (InetAddress address : addresses) {
                    LocalSocket socket = LocalSocket.open(address, wanted, opened);
                    fresh.put(address, socket);
                    wanted = socket.address().getPort();
                }
                sockets = fresh;
                number = wanted;
                break;
            } catch (BindException e) {
                fresh.values().forEach(this::close);
                if (settings.port() != 0 || attempt == ATTEMPTS) {
                    throw e;
                }
            }
        }
        for (LocalSocket socket : all()) {
            log.info("{} port: UDP {}; buffers: {}", settings.name(), socket.address(), socket.buffers());
        }
        if (sockets.isEmpty()) {
            log.warn("{} port: there is no address to listen on yet", settings.name());
        }
    }

    /** Begins to look at the machine's addresses and for the STUN servers'; what changes is given to the port's thread. */
    void watch(Consumer<Runnable> portThread) {
        looking = watch.scheduleWithFixedDelay(() -> look(portThread), 0, LOOK.toMillis(), TimeUnit.MILLISECONDS);
    }

    private void look(Consumer<Runnable> portThread) {
        tellCrowdedOut(System.nanoTime());
        try {
            List<InetSocketAddress> servers = stunServers.addresses();
            Set<InetAddress> present = IpAddresses.served(settings.bind());
            portThread.accept(() -> {
                publicAddress.servers(servers);
                if (!present.equals(sockets.keySet())) {
                    change(present);
                }
            });
        } catch (RuntimeException e) {
            log.debug("{} port: the addresses could not be looked at: {}", settings.name(), e.toString());
        }
    }

    /** What more is sent than the machine gets out is told of once a minute at most. */
    private void tellCrowdedOut(long now) {
        long sum = all().stream().mapToLong(LocalSocket::crowdedOut).sum();
        if (sum > crowdedOut && (crowdedOutToldAt == 0 || now - crowdedOutToldAt > TELL_AGAIN)) {
            crowdedOutToldAt = now;
            log.warn(
                    "{} port: the system had no room for {} packets; its network does not carry so much",
                    settings.name(),
                    sum - crowdedOut);
            crowdedOut = sum;
        }
        // Some went with the socket that counted them.
        crowdedOut = Math.min(crowdedOut, sum);
    }

    private void change(Set<InetAddress> present) {
        Map<InetAddress, LocalSocket> changed = new LinkedHashMap<>();
        for (InetAddress address : present) {
            LocalSocket socket = sockets.get(address);
            if (socket == null) {
                socket = openLater(address);
            }
            if (socket != null) {
                changed.put(address, socket);
            }
        }
        List<LocalSocket> gone = new ArrayList<>(sockets.values());
        gone.removeAll(changed.values());
        sockets = changed;
        gone.forEach(socket -> {
            log.info("{} port: {} is gone", settings.name(), socket.address());
            close(socket);
        });
    }

    private @Nullable LocalSocket openLater(InetAddress address) {
        Selector open = selector;
        if (open == null) {
            return null;
        }
        try {
            LocalSocket socket = LocalSocket.open(address, number == 0 ? settings.port() : number, open);
            number = socket.address().getPort();
            log.info("{} port: UDP {} as well", settings.name(), socket.address());
            return socket;
        } catch (IOException e) {
            log.debug("{} port: {} cannot be listened on yet: {}", settings.name(), address, e.toString());
            return null;
        }
    }

    /** Any thread. */
    int number() {
        return number;
    }

    /** Any thread. */
    Collection<LocalSocket> all() {
        return sockets.values();
    }

    /** The candidate attributes of a description made now, the best first (RFC 8839, section 5.1). Any thread. */
    List<String> candidates() {
        Collection<LocalSocket> current = all();
        List<LocalCandidate> candidates = new ArrayList<>();
        current.forEach(socket -> candidates.add(LocalCandidate.host(socket.address())));
        candidates.addAll(publicAddress.candidates(current, number));
        List<String> attributes = new ArrayList<>();
        for (int place = 0; place < candidates.size(); place++) {
            attributes.add(candidates.get(place).attribute(place));
        }
        return attributes;
    }

    void stopWatching() {
        if (looking != null) {
            looking.cancel(true);
        }
        watch.shutdownNow();
    }

    /** After the port's thread. Idempotent. */
    @Override
    public void close() {
        all().forEach(this::close);
    }

    private void close(LocalSocket socket) {
        if (socket.unsent() > 0) {
            log.info(
                    "{} port: {} packets could not be sent from {}",
                    settings.name(),
                    socket.unsent(),
                    socket.address());
        }
        try {
            socket.close();
        } catch (IOException e) {
            log.debug("{} port: {}", settings.name(), e.toString());
        }
    }
}
