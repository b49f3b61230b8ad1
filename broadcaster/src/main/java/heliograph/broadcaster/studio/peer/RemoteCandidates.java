package heliograph.broadcaster.studio.peer;

import dev.onvoid.webrtc.RTCIceCandidate;
import dev.onvoid.webrtc.RTCPeerConnection;
import heliograph.signaling.protocol.Message;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** A viewer's candidates: kept until its description is set, absurd ones left out. Thread {@code studio}. */
final class RemoteCandidates {
    private static final Logger log = LoggerFactory.getLogger(RemoteCandidates.class);
    private static final int MOST = 200;

    /** An address, or the name that a browser puts for one; any other name would make us ask the world's name servers. */
    private static final Pattern CANDIDATE =
            Pattern.compile("(?:a=)?candidate:[0-9A-Za-z+/]{1,32} \\d{1,3} \\w{3,8} \\d{1,10} "
                    + "(?:\\d{1,3}(?:\\.\\d{1,3}){3}|[0-9a-fA-F]{0,4}:[0-9a-fA-F.:]{1,40}|[0-9a-zA-Z-]{1,63}\\.local)"
                    + " \\d{1,5} typ \\w{3,16}(?: [\\x20-\\x7e]{0,500})?");

    private final String session;
    private final RTCPeerConnection connection;
    private final List<RTCIceCandidate> waiting = new ArrayList<>();
    private boolean described;
    private int count;

    RemoteCandidates(String session, RTCPeerConnection connection) {
        this.session = session;
        this.connection = connection;
    }

    /** Another description is on its way: what comes now is about that one. */
    void expected() {
        described = false;
        count = 0;
    }

    /** Adds one, at once or when the description is there. */
    void add(Message.Candidate candidate) {
        if (candidate.candidate().isEmpty()) {
            // There are no more. libwebrtc needs no telling.
            return;
        }
        if (++count > MOST || !isSensible(candidate.candidate())) {
            log.debug("session {}: candidate left out", session);
            return;
        }
        String mid = candidate.sdpMid() == null ? "" : candidate.sdpMid();
        int index = candidate.sdpMLineIndex() == null ? 0 : candidate.sdpMLineIndex();
        RTCIceCandidate one = new RTCIceCandidate(mid, index, candidate.candidate());
        if (described) {
            apply(one);
        } else {
            waiting.add(one);
        }
    }

    /** Whether libwebrtc may see it (RFC 8839, section 5.1): one line, and with an address that nobody need be asked for. */
    static boolean isSensible(String candidate) {
        return CANDIDATE.matcher(candidate).matches();
    }

    /** The description is set: those that waited go in. */
    void described() {
        described = true;
        waiting.forEach(this::apply);
        waiting.clear();
    }

    private void apply(RTCIceCandidate candidate) {
        try {
            connection.addIceCandidate(candidate);
        } catch (RuntimeException | Error e) {
            log.debug("session {}: candidate refused", session);
        }
    }
}
