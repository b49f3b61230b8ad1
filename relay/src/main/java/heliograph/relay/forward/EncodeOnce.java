package heliograph.relay.forward;

import heliograph.relay.Relay;
import heliograph.relay.RelayObserver;
import heliograph.relay.UnusableOfferException;
import heliograph.relay.ViewerStats;
import heliograph.relay.leg.LegEnd;
import heliograph.relay.leg.Legs;
import heliograph.relay.rtp.Codec;
import heliograph.relay.sdp.StreamIds;
import heliograph.relay.sdp.ViewerAnswer;
import heliograph.relay.sdp.ViewerOffer;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.LongSupplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The {@link Relay} over two ports' legs: wires sessions with the studio, workers and viewers together. Any thread. */
public final class EncodeOnce implements Relay {
    private static final Logger log = LoggerFactory.getLogger(EncodeOnce.class);
    private static final int MOST_WAITING = 1024;
    private static final long TURN = TimeUnit.MILLISECONDS.toNanos(50);

    private final Legs upstreamLegs;
    private final Legs viewerLegs;
    private final RelayObserver observer;
    private final LongSupplier random;
    private final RelaySettings settings;
    private final NtpTime ntpTime;
    private final Overload overload;
    private final EventLoop control;
    private final List<Worker> workers = new ArrayList<>();
    private final Upstreams upstreams;
    private final LayerDemand demand;
    private final Map<String, ViewerSession> sessions = new ConcurrentHashMap<>();
    private volatile boolean closed;

    /**
     * Nothing runs before {@link #start}. The legs' ports are this relay's from now on: {@link #close} closes them.
     *
     * @param upstreamLegs on 127.0.0.1
     * @param viewerLegs on the port that viewers reach
     * @param nanoTime {@link System#nanoTime}, of which legs speak
     * @param random numbers that nobody guesses
     */
    public EncodeOnce(
            Legs upstreamLegs,
            Legs viewerLegs,
            RelayObserver observer,
            InstantSource time,
            LongSupplier nanoTime,
            LongSupplier random,
            RelaySettings settings) {
        this.upstreamLegs = upstreamLegs;
        this.viewerLegs = viewerLegs;
        this.observer = observer;
        this.random = random;
        this.settings = settings;
        this.ntpTime = new NtpTime(time.instant(), nanoTime.getAsLong());
        this.overload = new Overload(observer::overloaded);
        this.control = new EventLoop("relay-control", nanoTime, MOST_WAITING, 0, this::turn);
        for (int i = 1; i <= settings.workers(); i++) {
            workers.add(new Worker("relay-forward-" + i, nanoTime, overload));
        }
        this.upstreams = new Upstreams(
                upstreamLegs,
                settings,
                () -> random.getAsLong() >>> 2,
                nanoTime,
                control,
                new Upstreams.Outlet(this::forward, this::sourceEnded),
                observer::upstreamFailed);
        this.demand = new LayerDemand(settings.linger().toNanos(), observer::layerNeeded);
    }

    /** Starts its threads. */
    public void start() {
        control.start();
        workers.forEach(worker -> worker.loop().start());
    }

    /** Does all that its threads have to do now: what they do by themselves once started. */
    void runDue() {
        control.runDue();
        workers.forEach(worker -> worker.loop().runDue());
    }

    @Override
    public String offerUpstream(Layer layer) {
        return upstreams.offer(layer);
    }

    @Override
    public void answerUpstream(Layer layer, String answer) {
        upstreams.answer(layer, answer);
    }

    @Override
    public void endUpstream(Layer layer) {
        upstreams.end(layer);
    }

    @Override
    public String answerViewer(String id, String sdp, boolean patient) throws UnusableOfferException {
        ViewerOffer offer = ViewerOffer.parse(sdp);
        if (!canServe(offer)) {
            throw new UnusableOfferException("an offer without the codec that is sent");
        }
        ViewerSession session = sessions.computeIfAbsent(id, unused -> session(id, offer, patient));
        if (closed) {
            endViewer(id);
            throw new UnusableOfferException("the relay is closed");
        }
        long version = session.connect(offer);
        return ViewerAnswer.write(offer, session.leg().local(), session.ids(), session.number(), version, codec());
    }

    /** What comes; before the studio has said so, what it is asked for first. */
    private Codec codec() {
        return upstreams.codec().orElse(settings.codecs().get(0));
    }

    private ViewerSession session(String id, ViewerOffer offer, boolean patient) {
        log.info("viewer {}: comes by the relay", id);
        Worker worker = workers.stream()
                .min(Comparator.comparingInt(each -> each.load().get()))
                .orElseThrow();
        int first = (int) random.getAsLong();
        StreamIds ids = new StreamIds(first, first + 1, first + 2, Long.toHexString(random.getAsLong()));
        return new ViewerSession(
                id,
                ids,
                random.getAsLong() >>> 2,
                worker,
                observing -> viewerLegs.open(observing, patient),
                leg -> new Viewer(
                        id,
                        leg,
                        ids,
                        offer.video(),
                        offer.audio(),
                        worker.buffer(),
                        worker.writer(),
                        ntpTime,
                        (int) random.getAsLong(),
                        new ViewerEvents(id)),
                this::ended);
    }

    @Override
    public boolean canServe(String offer) {
        try {
            return canServe(ViewerOffer.parse(offer));
        } catch (UnusableOfferException e) {
            return false;
        }
    }

    private boolean canServe(ViewerOffer offer) {
        return !offer.lacks(codec()) && !offer.lacks(Codec.OPUS);
    }

    @Override
    public void viewerCandidate(String id, String candidate) {
        ViewerSession session = sessions.get(id);
        if (session != null) {
            session.leg().remoteCandidate(candidate);
        }
    }

    @Override
    public void endViewer(String id) {
        @Nullable ViewerSession session = sessions.remove(id);
        if (session != null) {
            session.close();
            log.info("viewer {}: ended", id);
        }
    }

    @Override
    public Set<ViewerStats> viewers() {
        return sessions.values().stream()
                .map(session -> session.viewer().stats())
                .collect(Collectors.toUnmodifiableSet());
    }

    private void forward(SourcePacket packet) {
        for (int i = 0; i < workers.size(); i++) {
            workers.get(i).forward(packet);
        }
    }

    private void sourceEnded(Source source) {
        workers.forEach(worker -> worker.ended(source));
    }

    private long turn(long now) {
        List<SoundLoss> losses = sessions.values().stream()
                .map(session -> session.viewer().soundLoss())
                .toList();
        upstreams.soundLoss(SoundLoss.ofMost(losses, now));
        upstreams.tell(now);
        Set<Layer> needed = EnumSet.noneOf(Layer.class);
        for (ViewerSession session : sessions.values()) {
            // A viewer on the half layer is to come up again, so the full one is needed as well.
            needed.add(Layer.FULL);
            needed.add(session.viewer().wanted());
        }
        demand.update(needed, now);
        overload.watch(now);
        overload.tell(now, sessions.size()).ifPresent(words -> log.warn("relay: {}", words));
        return now + TURN;
    }

    private void ended(ViewerSession session, LegEnd reason) {
        if (sessions.remove(session.id(), session)) {
            session.close();
            log.info("viewer {}: {}", session.id(), reason);
            observer.viewerEnded(
                    session.id(),
                    switch (reason) {
                        case GOODBYE -> RelayObserver.Ending.LEFT;
                        case UNREACHED -> RelayObserver.Ending.UNREACHED;
                        case SILENT -> RelayObserver.Ending.VANISHED;
                        case HANDSHAKE_FAILED -> RelayObserver.Ending.FAILED;
                    });
        }
    }

    /** What one viewer tells, on its worker's thread. */
    private final class ViewerEvents implements Viewer.Listener {
        private final String id;

        ViewerEvents(String id) {
            this.id = id;
        }

        @Override
        public void keyFrameWanted(Layer layer) {
            upstreams.wishKeyFrame(layer);
        }

        @Override
        public void plays() {
            log.info("viewer {}: plays", id);
            observer.viewerPlays(id);
        }

        @Override
        public void tooWeak() {
            log.info("viewer {}: too weak for the half layer", id);
            observer.viewerEnded(id, RelayObserver.Ending.TOO_WEAK);
        }
    }

    @Override
    public void close() {
        closed = true;
        List.copyOf(sessions.keySet()).forEach(this::endViewer);
        upstreams.close();
        control.close();
        workers.forEach(Worker::close);
        upstreamLegs.close();
        viewerLegs.close();
    }
}
