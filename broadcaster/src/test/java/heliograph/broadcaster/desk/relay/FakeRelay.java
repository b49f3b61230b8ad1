package heliograph.broadcaster.desk.relay;

import heliograph.relay.Relay;
import heliograph.relay.UnusableOfferException;
import heliograph.relay.ViewerStats;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;

/** A relay that remembers what was asked of it; any thread. */
public final class FakeRelay implements Relay {
    final List<String> calls = new CopyOnWriteArrayList<>();

    @Override
    public String offerUpstream(Layer layer) {
        calls.add("offer upstream " + layer);
        return "v=0 up " + layer;
    }

    @Override
    public void answerUpstream(Layer layer, String answer) {
        calls.add("upstream answered " + layer + " " + answer);
    }

    @Override
    public void endUpstream(Layer layer) {
        calls.add("end upstream " + layer);
    }

    @Override
    public String answerViewer(String id, String offer, boolean patient) throws UnusableOfferException {
        if (offer.contains("odd")) {
            throw new UnusableOfferException("nothing that is sent");
        }
        if (offer.contains("bug")) {
            throw new IllegalStateException("a bug");
        }
        calls.add("answer " + id + (patient ? " patiently" : ""));
        return "v=0 answer to " + offer;
    }

    @Override
    public boolean canServe(String offer) {
        return !offer.contains("odd");
    }

    @Override
    public void viewerCandidate(String id, String candidate) {
        calls.add("candidate " + id + " " + candidate);
    }

    @Override
    public void endViewer(String id) {
        calls.add("end " + id);
    }

    @Override
    public Set<ViewerStats> viewers() {
        return Set.of();
    }

    @Override
    public void close() {
        calls.add("close");
    }
}
