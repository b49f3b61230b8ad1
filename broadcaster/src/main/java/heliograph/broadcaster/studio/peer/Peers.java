package heliograph.broadcaster.studio.peer;

import heliograph.broadcaster.link.PeerFigures;
import heliograph.broadcaster.studio.media.NativeMedia;
import heliograph.broadcaster.studio.sound.SoundFan;
import heliograph.signaling.protocol.Message;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** All viewers' peer connections of one stay in the room, by session; thread {@code studio}. */
public final class Peers implements AutoCloseable {
    /** What the peers tell. */
    public interface Listener {
        void send(Message message);

        /** How many there are, and how many of them carry media. */
        void counted(int open, int connected);

        /** How each that carries media fares. */
        void figures(List<PeerFigures> peers);
    }

    private static final Logger log = LoggerFactory.getLogger(Peers.class);

    private final NativeMedia media;
    private final SoundFan fan;
    private final ScheduledExecutorService studio;
    private final Listener listener;
    private final Map<String, Peer> bySession = new HashMap<>();
    private final ScheduledFuture<?> asking;
    private PeerSettings settings;
    private boolean toldFigures;

    public Peers(
            NativeMedia media,
            SoundFan fan,
            ScheduledExecutorService studio,
            PeerSettings settings,
            Listener listener) {
        this.media = media;
        this.fan = fan;
        this.studio = studio;
        this.settings = settings;
        this.listener = listener;
        this.asking = studio.scheduleAtFixedRate(this::ask, 1, 1, TimeUnit.SECONDS);
    }

    /** Tells what was learnt since the last time: nobody waits for what a peer may never say. */
    private void ask() {
        List<PeerFigures> now = bySession.values().stream()
                .flatMap(peer -> peer.figures().stream())
                .toList();
        if (toldFigures || !now.isEmpty()) {
            toldFigures = !now.isEmpty();
            listener.figures(now);
        }
        bySession.values().forEach(Peer::ask);
    }

    /** A message of the room that is about a session; others are passed over. */
    public void received(Message message) {
        if (message instanceof Message.Offer offer) {
            offered(offer);
        } else if (message instanceof Message.Resume resume) {
            Peer peer = bySession.get(resume.session());
            if (peer != null) {
                peer.resume(settings);
            }
        } else if (message instanceof Message.Candidate candidate) {
            Peer peer = bySession.get(candidate.session());
            if (peer != null) {
                peer.candidate(candidate);
            }
        } else if (message instanceof Message.Leave leave && leave.session() != null) {
            end(leave.session(), "left");
        }
    }

    /** New settings: for peers to come, and the bitrate and the ICE servers for those that are there. */
    public void change(PeerSettings changed) {
        boolean sameServers = settings.iceServers().equals(changed.iceServers());
        settings = changed;
        bySession.values().forEach(peer -> peer.limit(changed));
        if (!sameServers) {
            bySession.values().forEach(peer -> peer.configure(changed));
        }
    }

    private void offered(Message.Offer offer) {
        String session = offer.session();
        try {
            // Read before anything native is made for it: what is no offer costs nothing more.
            OfferedSdp sdp = OfferedSdp.parse(offer.sdp());
            Peer peer = bySession.get(session);
            if (peer == null) {
                if (!settings.sendsTo(sdp)) {
                    throw new MalformedOfferException("an offer to receive nothing that is sent");
                }
                peer = new Peer(
                        session,
                        offer.layer(),
                        Boolean.TRUE.equals(offer.idle()),
                        settings,
                        media,
                        fan,
                        studio,
                        new OfOne());
                bySession.put(session, peer);
                count();
            }
            log.trace("session {}: offer {}", session, SdpOutline.of(offer.sdp()));
            peer.offer(sdp);
        } catch (MalformedOfferException e) {
            log.warn("session {}: offer refused: {}", session, e.getMessage());
            failed(session, "bad-offer");
        } catch (RuntimeException | Error e) {
            log.warn("session {}: cannot be made: {}", session, e.toString());
            failed(session, "failed");
        }
    }

    private void failed(String session, String reason) {
        end(session, reason);
        listener.send(new Message.Leave(session, reason));
    }

    private void end(String session, String reason) {
        Peer peer = bySession.remove(session);
        if (peer != null) {
            log.info("session {}: over ({})", session, reason);
            peer.close();
            count();
        }
    }

    private void count() {
        int connected =
                (int) bySession.values().stream().filter(Peer::connected).count();
        listener.counted(bySession.size(), connected);
    }

    /** Closes them all. */
    @Override
    public void close() {
        asking.cancel(false);
        if (toldFigures) {
            toldFigures = false;
            listener.figures(List.of());
        }
        List<Peer> all = new ArrayList<>(bySession.values());
        bySession.clear();
        all.forEach(Peer::close);
        if (!all.isEmpty()) {
            count();
        }
    }

    private final class OfOne implements Peer.Listener {
        @Override
        public void send(Message message) {
            listener.send(message);
        }

        @Override
        public void changed() {
            count();
        }

        @Override
        public void failed(Peer peer, String reason) {
            if (bySession.get(peer.session()) == peer) {
                Peers.this.failed(peer.session(), reason);
            }
        }
    }
}
