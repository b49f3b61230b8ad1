package heliograph.relay.dtls;

import heliograph.relay.srtp.ProtectionProfile;
import heliograph.relay.srtp.SrtpSender;
import java.io.IOException;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The threads that handshake, as the library's DTLS waits for each flight: {@code dtls-1}, {@code dtls-2} ... up to a limit, gone
 * when there is nothing to do. Whoever comes beyond the limit waits for a place, and while somebody waits nobody keeps one for long;
 * beyond that there is a refusal. Any thread.
 */
public final class Handshakes implements AutoCloseable {
    private static final Logger log = LoggerFactory.getLogger(Handshakes.class);
    private static final int THREADS = 32;
    private static final int WAITING = 1024;
    private static final int IDLE_SECONDS = 10;
    /** With others waiting: enough for two flights that got lost, each time ({@link DtlsPeer#FIRST_RESEND_MILLIS}). */
    private static final Duration TURN = Duration.ofSeconds(4);

    private final DtlsIdentity identity;
    private final List<ProtectionProfile> profiles;
    private final AtomicBoolean warm = new AtomicBoolean();
    private final AtomicInteger threads = new AtomicInteger();
    private final Duration turn;
    private final ThreadPoolExecutor pool;

    /** @param profiles what SRTP may use, the preferred one first */
    public Handshakes(DtlsIdentity identity, List<ProtectionProfile> profiles) {
        this(identity, profiles, THREADS, TURN);
    }

    /** @param turn how long a handshake may take while another one waits for its thread */
    Handshakes(DtlsIdentity identity, List<ProtectionProfile> profiles, int limit, Duration turn) {
        this.identity = identity;
        this.profiles = List.copyOf(profiles);
        this.turn = turn;
        pool = new ThreadPoolExecutor(
                limit, limit, IDLE_SECONDS, TimeUnit.SECONDS, new LinkedBlockingQueue<>(WAITING), this::thread);
        pool.allowCoreThreadTimeOut(true);
    }

    private Thread thread(Runnable work) {
        Thread thread = new Thread(work, "dtls-" + threads.incrementAndGet());
        thread.setDaemon(true);
        return thread;
    }

    /** The value of the {@code fingerprint} attribute of whoever handshakes here. */
    public String fingerprint() {
        return identity.fingerprint();
    }

    /**
     * Handshakes with a remote, whose certificate must be the expected one; then one of the two is called, on the thread that did
     * it.
     *
     * @param server whether the remote begins
     * @throws java.util.concurrent.RejectedExecutionException if too many wait already
     */
    public void start(
            DtlsAssociation association,
            boolean server,
            Fingerprint expected,
            Consumer<SrtpKeys> done,
            Consumer<Exception> failed) {
        pool.execute(() -> {
            DtlsPeer peer = server
                    ? new DtlsServer(identity, expected, profiles)
                    : new DtlsClient(identity, expected, profiles);
            SrtpKeys keys;
            try {
                keys = association.handshake(peer, turn());
            } catch (IOException | RuntimeException e) {
                failed.accept(e);
                return;
            }
            done.accept(keys);
        });
    }

    /** Whether a handshake that begins now has to give its thread to another one. */
    private BooleanSupplier turn() {
        long began = System.nanoTime();
        return () -> !pool.getQueue().isEmpty() && System.nanoTime() - began >= turn.toNanos();
    }

    /**
     * Handshakes once with itself, in memory: what the library and the ciphers need is loaded then, which takes a second, and the
     * first remote does not wait for it. Returns at once; without effect the second time.
     */
    public void warmUp() {
        if (warm.getAndSet(true)) {
            return;
        }
        DtlsAssociation[] ends = new DtlsAssociation[2];
        ends[0] = new DtlsAssociation(datagram -> ends[1].put(datagram));
        ends[1] = new DtlsAssociation(datagram -> ends[0].put(datagram));
        Fingerprint ours = identity.sha256();
        for (int i = 0; i < ends.length; i++) {
            start(ends[i], i == 0, ours, Handshakes::warmUpCiphers, failure -> log.warn("DTLS does not work", failure));
        }
    }

    private static void warmUpCiphers(SrtpKeys keys) {
        try {
            byte[] rtcp = {(byte) 0x80, (byte) 201, 0, 1, 0, 0, 0, 0};
            byte[] out = new byte[SrtpSender.room(rtcp.length)];
            int length = new SrtpSender(keys.profile(), keys.send()).protectRtcp(rtcp, 0, rtcp.length, out);
            log.debug("DTLS and SRTP are ready, a report has {} bytes", length);
        } catch (GeneralSecurityException e) {
            log.warn("SRTP does not work", e);
        }
    }

    /** Lets go of all that still wait, and of those that handshake; nobody begins any more. Idempotent. */
    @Override
    public void close() {
        pool.shutdownNow();
    }
}
