package heliograph.signaling.room;

import heliograph.signaling.protocol.Layer;
import java.util.ArrayList;
import java.util.List;

/** A relay that remembers what the room wants of it, in words. */
final class FakeRelay implements RelayMember {
    private final List<String> wishes = new ArrayList<>();
    /** The upstream session of the full layer that it was asked for last. */
    String full = "";
    /** The same of the half layer. */
    String half = "";

    @Override
    public void offerUpstream(String session, Layer layer) {
        if (layer == Layer.FULL) {
            full = session;
        } else {
            half = session;
        }
        wishes.add("offer upstream " + layer);
    }

    @Override
    public void upstreamAnswered(String session, Layer layer, String sdp) {
        wishes.add("upstream answered " + layer + " " + sdp);
    }

    @Override
    public void upstreamEnded(Layer layer) {
        wishes.add("upstream ended " + layer);
    }

    @Override
    public void viewerOffered(String session, String sdp, boolean patient) {
        wishes.add("offered " + session + " " + sdp + (patient ? " patiently" : ""));
    }

    @Override
    public void viewerCandidate(String session, String candidate) {
        wishes.add("candidate " + session + " " + candidate);
    }

    @Override
    public void viewerLeft(String session) {
        wishes.add("left " + session);
    }

    /** What it was asked since this was asked last. */
    List<String> asked() {
        List<String> asked = List.copyOf(wishes);
        wishes.clear();
        return asked;
    }
}
