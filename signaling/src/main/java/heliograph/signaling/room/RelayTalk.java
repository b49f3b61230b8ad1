package heliograph.signaling.room;

import heliograph.signaling.protocol.Layer;
import heliograph.signaling.protocol.Message;
import java.time.InstantSource;
import java.util.Locale;
import java.util.function.Consumer;

/** What the relay says, and what becomes of it. On the room's thread. */
final class RelayTalk implements RelayEvents {
    private final Stage stage;
    private final Sessions sessions;
    private final RelaySeat relay;
    private final Handovers handovers;
    private final InstantSource clock;

    RelayTalk(Stage stage, Sessions sessions, RelaySeat relay, Handovers handovers, InstantSource clock) {
        this.stage = stage;
        this.sessions = sessions;
        this.relay = relay;
        this.handovers = handovers;
        this.clock = clock;
    }

    @Override
    public void joined(RelayMember member) {
        if (relay.member() != null) {
            gone();
        }
        relay.joined(member);
    }

    /** Its viewers are moved by and by, while there is something to watch; else there is nothing to be kept for them. */
    @Override
    public void gone() {
        relay.gone();
        if (!stage.isLive()) {
            sessions.all().forEach(session -> end(session, "failed"));
        }
    }

    @Override
    public void upstreamOffered(String session, String sdp) {
        relay.offered(session, sdp);
    }

    @Override
    public void upstreamFailed(Layer layer) {
        relay.failedAtRelay(layer, clock.instant());
    }

    @Override
    public void layerNeeded(Layer layer, boolean needed) {
        relay.needed(layer, needed, clock.instant());
    }

    @Override
    public void viewerAnswered(String session, String sdp) {
        of(session, found -> {
            if (found.offered) {
                stage.answered(found, new Message.Answer(session, sdp));
                found.viewer.member.send(new Message.Candidate(session, "", null, null));
                var unused = found.unanswered();
            }
        });
    }

    @Override
    public void viewerRefused(String session) {
        of(session, found -> {
            if (found.answered) {
                end(found, "failed");
            } else {
                handovers.refused(found);
            }
        });
    }

    @Override
    public void viewerPlays(String session) {
        of(session, found -> {
            if (!found.plays) {
                found.began = clock.instant();
            }
            found.plays = true;
            relay.plays(clock.instant());
        });
    }

    @Override
    public void viewerEnded(String session, Ending reason) {
        of(session, found -> {
            String why = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
            if (reason.asksForDirect()) {
                handovers.notForRelay(found, why);
            } else {
                end(found, why);
            }
        });
    }

    private void end(Session session, String why) {
        stage.close(session);
        session.viewer.member.send(new Message.Leave(session.id, why));
    }

    private void of(String id, Consumer<Session> then) {
        Session session = sessions.find(MediaPath.RELAY, id);
        if (session != null) {
            then.accept(session);
        }
    }
}
