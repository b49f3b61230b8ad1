package heliograph.relay.port;

import heliograph.relay.dtls.DtlsAssociation;
import heliograph.relay.dtls.Fingerprint;
import heliograph.relay.dtls.SrtpKeys;
import heliograph.relay.ice.IceCredentials;
import heliograph.relay.ice.RemoteCandidate;
import heliograph.relay.leg.CandidateType;
import heliograph.relay.leg.Leg;
import heliograph.relay.leg.LegEnd;
import heliograph.relay.leg.LegObserver;
import heliograph.relay.leg.LocalTransport;
import heliograph.relay.leg.RemoteTransport;
import heliograph.relay.leg.RemoteTransport.Setup;
import heliograph.relay.stun.StunMessage;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.Arrays;
import java.util.Optional;
import java.util.concurrent.RejectedExecutionException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * One leg of a {@link Port}. Descriptions come on any thread, and media is sent on any; all else happens on the port's thread, which
 * owns what is not said to be shared.
 */
final class PortLeg implements Leg {
    private static final Logger log = LoggerFactory.getLogger(PortLeg.class);

    private final Port port;
    private final LegObserver observer;
    private final boolean patient;
    private final Checks checks;
    private final WayOpener opener = new WayOpener();
    private final CandidateTypes types = new CandidateTypes();
    private final DtlsAssociation dtls = new DtlsAssociation(this::sendDtls);

    private final LegCredentials credentials;

    /** Shared, under this leg's lock. */
    private @Nullable RemoteTransport remote;

    /** Shared: null before the handshake is over, and after the end. */
    private volatile @Nullable Media media;

    private volatile boolean ended;
    /** Shared: from now on the observer hears nothing, even if the port's thread has not come to the end yet. */
    private volatile boolean closed;

    private @Nullable RemoteTransport described;
    private final Patience patience = new Patience();
    private boolean handshaking;

    PortLeg(Port port, LegObserver observer, boolean patient) {
        this.port = port;
        this.observer = observer;
        this.patient = patient;
        credentials = new LegCredentials(port, this);
        checks = new Checks(this, credentials, port);
    }

    /** From now on checks find this leg. */
    void register() {
        credentials.renew();
    }

    @Override
    public LocalTransport local() {
        IceCredentials current = credentials.current();
        return new LocalTransport(
                current.ufrag(),
                current.pwd(),
                port.handshakes().fingerprint(),
                port.sockets().candidates());
    }

    @Override
    public void connect(RemoteTransport description) {
        synchronized (this) {
            if (ended) {
                return;
            }
            if (remote != null
                    && !(remote.iceUfrag().equals(description.iceUfrag())
                            && remote.icePwd().equals(description.icePwd()))) {
                credentials.renew();
                opener.again();
            }
            remote = description;
        }
        port.post(() -> described(description));
    }

    private void described(RemoteTransport description) {
        described = description;
        checks.described(description, System.nanoTime());
        handshakeIfReady();
    }

    @Override
    public void remoteCandidate(String candidate) {
        RemoteCandidate.read(candidate)
                .ifPresent(found -> port.post(() -> {
                    types.add(found);
                    // Whoever restarts ICE may have come into another network, behind another router.
                    if (!ended && (checks.selected() == null || credentials.isRestarting())) {
                        opener.add(found.address());
                        opener.tick(System.nanoTime(), port.sockets().all());
                    }
                }));
    }

    /** A binding request that names this leg, from anybody. */
    void check(Path from, StunMessage request, String ufrag, long now) {
        if (!ended) {
            checks.request(from, request, ufrag, now);
        }
    }

    /** Whether an address of this leg's is another's from now on. */
    boolean yields(InetSocketAddress address, long now) {
        return checks.letGo(address, now);
    }

    /** A binding response that came from an address of this leg's. */
    void answered(Path from, StunMessage answer, long now) {
        if (!ended && checks.answered(from, answer, now)) {
            handshakeIfReady();
        }
    }

    /** A DTLS datagram from an address of this leg's. What comes before the description is kept. */
    void dtls(byte[] packet, int length) {
        dtls.put(Arrays.copyOf(packet, length));
        if (media == null) {
            handshakeIfReady();
        } else if (!dtls.read()) {
            end(LegEnd.GOODBYE);
        }
    }

    private void handshakeIfReady() {
        RemoteTransport known = described;
        if (handshaking || ended || known == null) {
            return;
        }
        boolean server = known.setup() != Setup.PASSIVE;
        // A thread is taken only when there is something for it to do, and somebody who wants to hear of it.
        if (checks.selected() == null || (server && !dtls.hasDatagram())) {
            return;
        }
        handshaking = true;
        Optional<Fingerprint> expected = Fingerprint.read(known.fingerprint());
        if (expected.isEmpty()) {
            log.info("leg {}: the description has no fingerprint that is taken", name());
            end(LegEnd.HANDSHAKE_FAILED);
            return;
        }
        try {
            port.handshakes()
                    .start(
                            dtls,
                            server,
                            expected.get(),
                            keys -> port.post(() -> established(keys)),
                            failure -> port.post(() -> failed(failure)));
        } catch (RejectedExecutionException e) {
            log.warn("leg {}: too many handshakes wait already", name());
            end(LegEnd.HANDSHAKE_FAILED);
        }
    }

    private void failed(Exception failure) {
        if (!ended) {
            log.info("leg {}: the DTLS handshake failed: {}", name(), failure.getMessage());
            end(LegEnd.HANDSHAKE_FAILED);
        }
    }

    private void established(SrtpKeys keys) {
        if (ended || closed) {
            dtls.close();
            return;
        }
        try {
            media = new Media(keys, observer);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("the JDK has AES", e);
        }
        log.debug("leg {}: connected, {}", name(), keys.profile());
        observer.connected();
        if (!dtls.read()) {
            end(LegEnd.GOODBYE);
        }
    }

    /** An SRTP or SRTCP packet from an address of this leg's. */
    void srtp(byte[] packet, int length, long arrivedAt) {
        Media current = media;
        if (current != null && !ended) {
            current.receive(packet, length, arrivedAt);
        }
    }

    /** {@code ran}: for how long the port's thread has run since the last time, in nanoseconds. */
    void tick(long now, long ran) {
        if (ended) {
            return;
        }
        Optional<LegEnd> silence = described == null ? Optional.empty() : silence(ran);
        if (silence.isPresent()) {
            end(silence.get());
            return;
        }
        checks.tick(now);
        opener.tick(now, port.sockets().all());
    }

    private Optional<LegEnd> silence(long ran) {
        Duration consent = port.settings().consent();
        if (checks.selected() != null) {
            return patience.isOver(checks.answers(), ran, consent) ? Optional.of(LegEnd.SILENT) : Optional.empty();
        }
        // Whose checks come can be reached, it seems; its answer to ours may get lost as well, or wait in a busy
        // browser.
        Duration reach = port.settings().reach().multipliedBy(checks.heard() ? 2 : 1);
        return patience.isOver(checks.heard() ? -1 : 0, ran, patient ? consent : reach)
                ? Optional.of(LegEnd.UNREACHED)
                : Optional.empty();
    }

    @Override
    public void sendRtp(byte[] buffer, int offset, int length) {
        Media current = media;
        Path path = checks.selected();
        if (current != null && path != null) {
            current.sendRtp(buffer, offset, length, path);
        }
    }

    @Override
    public void sendRtcp(byte[] buffer, int offset, int length) {
        Media current = media;
        Path path = checks.selected();
        if (current != null && path != null) {
            current.sendRtcp(buffer, offset, length, path);
        }
    }

    @Override
    public Optional<CandidateType> remoteType() {
        Path path = checks.selected();
        return path == null ? Optional.empty() : Optional.of(types.of(path.remote()));
    }

    private void sendDtls(byte[] datagram) {
        Path path = checks.selected();
        if (path != null) {
            path.send(ByteBuffer.wrap(datagram));
        }
    }

    private void end(LegEnd reason) {
        if (!ended) {
            log.debug("leg {}: {}", name(), reason);
            release();
            if (!closed) {
                observer.ended(reason);
            }
        }
    }

    @Override
    public void close() {
        closed = true;
        media = null;
        port.post(this::release);
    }

    /** Nothing of this leg stays with the port. On the port's thread. */
    private void release() {
        if (ended) {
            return;
        }
        ended = true;
        media = null;
        dtls.close();
        checks.unbind();
        credentials.forget();
    }

    private String name() {
        return credentials.current().ufrag();
    }
}
